#!/usr/bin/env python3
"""Opens a timeline's HTML in a headless Chromium, in light and in dark, wide and narrow, and looks at the
screenshots. Standard library only.

  timeline_page.py CHROMIUM PAGE.html TITLE EVENTS [SCREENSHOT_PREFIX]

Checks: the page names no file but itself; it shows the title and as many events; the picture is not
blank, also at the width of a telephone; the dark one is darker than the light one. Exits with 1 at the
first that does not hold.
"""
import os, re, struct, subprocess, sys, tempfile, zlib

chromium, page, title, events = sys.argv[1:5]
keep = sys.argv[5] if len(sys.argv) > 5 else None


def fail(text):
    print(f"timeline_page: {page}: {text}", file=sys.stderr)
    sys.exit(1)


def run(*arguments):
    """Without network: whatever the page asks for from elsewhere cannot come."""
    with tempfile.TemporaryDirectory() as profile:
        result = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}", *arguments,
             "file://" + os.path.abspath(page)],
            capture_output=True, timeout=120)
    if result.returncode != 0:
        fail(f"chromium ended with {result.returncode}: {result.stderr[-400:]!r}")
    return result.stdout.decode("utf-8", "replace")


def pixels(path):
    """Width, height and the rows of an 8-bit RGB or RGBA PNG, unfiltered (PNG, section 9)."""
    data = open(path, "rb").read()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        fail("the screenshot is no PNG")
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    channels = {2: 3, 6: 4}.get(colour)
    if depth != 8 or channels is None:
        fail(f"an unexpected kind of PNG: depth {depth}, colour {colour}")
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at:at + 4])
        if data[at + 4:at + 8] == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(packed), width * channels
    rows, above = [], bytearray(stride)
    for y in range(height):
        kind, row = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left = row[x - channels] if x >= channels else 0
            up, corner = above[x], above[x - channels] if x >= channels else 0
            if kind == 1:
                add = left
            elif kind == 2:
                add = up
            elif kind == 3:
                add = (left + up) // 2
            elif kind == 4:
                p = left + up - corner
                add = min((left, up, corner), key=lambda v: abs(p - v))
            else:
                add = 0
            row[x] = (row[x] + add) & 255
        rows.append(row)
        above = row
    return width, height, channels, rows


def screenshot(name, size, *arguments):
    path = f"{keep}{name}.png" if keep else os.path.join(tempfile.mkdtemp(), "page.png")
    run(f"--screenshot={path}", f"--window-size={size[0]},{size[1]}", *arguments)
    if not os.path.exists(path):
        fail("no screenshot was made")
    width, height, channels, rows = pixels(path)
    if (width, height) != size:
        fail(f"the screenshot has {width} x {height} pixels, not {size[0]} x {size[1]}")
    sample = [row[x] for row in rows[::7] for x in range(0, len(row), channels * 5)]
    colours = {bytes(row[x:x + 3]) for row in rows[::7] for x in range(0, len(row), channels * 5)}
    if len(colours) < 8:
        fail(f"the {name} picture is blank: {len(colours)} colours")
    return sum(sample) / len(sample)


html = open(page, encoding="utf-8").read()
outside = re.findall(r"""(?:src|xlink:href|@import|url\()\s*=?\s*["']?(?:https?:)?//[^"'\s)]+""", html)
outside += re.findall(r"""<link\b[^>]*>""", html)
if outside:
    fail(f"it needs what is not in it: {outside[0]}")
dom = run("--dump-dom")
body = re.sub(r"<title>.*?</title>", "", dom, flags=re.S)
if title not in body:
    fail(f"its title '{title}' is not on the page")
listed = len(re.findall(r"<li id=", dom))
if listed < int(events):
    fail(f"{listed} events are listed, not {events}")
light = screenshot("light", (1280, 900))
dark = screenshot("dark", (1280, 900), "--blink-settings=preferredColorScheme=0")
screenshot("narrow", (500, 900))
if not (light > 150 and dark < 100):
    fail(f"light and dark do not differ as they should: {light:.0f} and {dark:.0f} of 255")
print(f"{os.path.basename(page)}: {listed} events, light {light:.0f}, dark {dark:.0f} of 255")
