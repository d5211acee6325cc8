"""The first load is light, and everything comes from here."""

MOST = 100_000
"""Bytes over the wire."""


def test_the_first_load_takes_at_most_a_hundred_kilobytes(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{address}/check/", wait_until="networkidle")
    context.close()
    assert len(sizes) >= 7
    assert sum(sizes) <= MOST
