// Words that the server does not have yet lie in this browser, by form, place and tab: `drafts.of(prefix)`.
"use strict";
window.drafts = (() => {
  const ALL = "callwright.";

  // Known by no one else; `crypto.randomUUID` is there for pages over https and on the machine itself alone.
  const fresh = () => crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

  // One tab has one name, which outlives a reload; without storage the page works all the same.
  const tab = () => {
    try {
      const name = sessionStorage.getItem("callwright.tab") || fresh();
      sessionStorage.setItem("callwright.tab", name);
      return name;
    } catch {
      return "";
    }
  };

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const keys = (prefix) => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  };

  const forget = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // There was nothing to take away.
    }
  };

  const of = (prefix) => {
    const own = prefix + tab();

    // This tab's own, else the latest that another tab left behind, which becomes this tab's.
    const found = () => {
      if (read(own)) return read(own);
      const [left] = all(prefix);
      if (!left) return null;
      store(left.draft);
      forget(left.key);
      return left.draft;
    };

    const store = (draft) => {
      try {
        localStorage.setItem(own, JSON.stringify({ ...draft, at: Date.now() }));
      } catch {
        // Storage is full or forbidden.
      }
    };

    const drop = () => forget(own);

    return { found, store, drop };
  };

  // Whatever lies there under a prefix, whichever tab wrote it: where, and what; the latest first.
  const all = (prefix) =>
    keys(prefix)
      .map((key) => ({ key, draft: read(key) }))
      .filter(({ draft }) => draft)
      .sort((one, two) => (two.draft.at || 0) - (one.draft.at || 0));

  const clear = (prefix) => keys(prefix).forEach(forget);

  // The server has what was sent with this token.
  const arrived = (token) =>
    all(ALL)
      .filter(({ draft }) => draft.token === token)
      .forEach(({ key }) => forget(key));

  return { of, all, clear, arrived, fresh };
})();
