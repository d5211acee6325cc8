// Words that the server does not have yet lie in this browser, by call, place and tab: `drafts.of(prefix)`.
"use strict";
window.drafts = (() => {
  // One tab has one name, which outlives a reload; without storage the page works all the same.
  const tab = () => {
    try {
      const name = sessionStorage.getItem("callwright.tab") || crypto.randomUUID();
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

  const of = (prefix) => {
    const own = prefix + tab();

    // This tab's own, else the latest that another tab left behind, which becomes this tab's.
    const found = () => {
      if (read(own)) return read(own);
      const [left] = keys(prefix).sort((one, two) => (read(two)?.at || 0) - (read(one)?.at || 0));
      const draft = left && read(left);
      if (!draft) return null;
      store(draft);
      localStorage.removeItem(left);
      return draft;
    };

    const store = (draft) => {
      try {
        localStorage.setItem(own, JSON.stringify({ ...draft, at: Date.now() }));
      } catch {
        // Storage is full or forbidden.
      }
    };

    const drop = () => {
      try {
        localStorage.removeItem(own);
      } catch {
        // There was nothing to take away.
      }
    };

    return { found, store, drop };
  };

  return { of };
})();
