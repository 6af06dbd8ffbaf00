"""pictures.py BINARY [FOLDER]: the mails of the demonstration looked at as pictures, in headless Chromium.

One mail of each kind, wide and on a phone, light and dark: nothing runs over the edge, all text stands out from its
ground (4.5 to 1), there is one heading of the first rank, and the language is named. The pictures stay in FOLDER, if one
is named. Where Chromium is not installed it says so and ends with 0."""

import email
import email.policy
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTHS = {"wide": 800, "phone": 375}
SCHEMES = {"light": 1, "dark": 0}  # as Chromium counts them
CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, text of any size

# One mail of each kind, by what its text says.
KINDS = {
    "introduction": r"We follow the target dates of the plan", "test": r"This is a test\.", "warned": r"before it goes further",
    "lead": r"This is due on ", "due": r"This is due today", "overdue": r"This was due on .*and we have no answer\.",
    "escalated": r"It comes to you as the ", "check-in": r"This is a standing commitment\.",
    "several": r"^1\. ", "receipt": r"We have recorded|recorded", "daily note": r"duewatch: waiting for you",
}

# A letter with every fault that is looked for: what finds none in it looks at nothing.
BAD = """<html><head><meta name="color-scheme" content="light dark"></head><body><h1>One</h1><h1>Two</h1>
<p style="opacity: 0.4; font-size: 10px">faint</p><div style="width: 900px">wide</div><img alt=""></body></html>"""
BAD_FAULTS = 6

# All mails in frames of their own, each as wide as a window; what is found of them stands in `found`.
PAGE = """<!DOCTYPE html><html><head><meta name="color-scheme" content="light dark">
<style>html, body {{ margin: 0 }} iframe {{ border: 0; height: 3000px }}</style></head><body>
{frames}<pre id="found"></pre><script>
const colour = text => (text.match(/[\\d.]+/g) || []).map(Number);
const over = (top, below) => {{ const a = top[3] ?? 1; return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)); }};
const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const look = frame => {{
  const page = frame.contentDocument, view = page.defaultView;
  const canvas = page.createElement('i');
  canvas.style.background = 'Canvas';
  page.body.append(canvas);
  const ground = colour(view.getComputedStyle(canvas).backgroundColor).slice(0, 3);
  canvas.remove();
  const walk = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT), faint = [];
  let worst = 21;
  while (walk.nextNode()) {{
    if (!walk.currentNode.data.trim()) continue;
    const chain = [];
    for (let e = walk.currentNode.parentElement; e; e = e.parentElement) chain.unshift(view.getComputedStyle(e));
    let behind = ground, ink = ground, opacity = 1;
    for (const style of chain) {{
      opacity *= Number(style.opacity);
      const fill = colour(style.backgroundColor);
      behind = over([fill[0], fill[1], fill[2], (fill[3] ?? 1) * opacity], behind);
    }}
    const text = colour(chain.at(-1).color);
    ink = over([text[0], text[1], text[2], (text[3] ?? 1) * opacity], behind);
    const [a, b] = [light(ink), light(behind)].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
    worst = Math.min(worst, ratio);
    if (ratio < {contrast}) faint.push(`${{ratio.toFixed(1)}}: ${{walk.currentNode.data.trim().slice(0, 40)}}`);
  }}
  const root = page.documentElement;
  return {{
    width: root.scrollWidth, height: root.getBoundingClientRect().height, lang: root.lang, title: page.title,
    headings: page.querySelectorAll('h1').length, images: page.images.length, ground, worst, faint,
    small: [...page.querySelectorAll('body *')].filter(e => parseFloat(view.getComputedStyle(e).fontSize) < 14).length}};
}};
window.onload = () => {{ found.textContent = JSON.stringify([...document.querySelectorAll('iframe')].map(look)); }};
</script></body></html>"""


def mails(binary: Path, folder: Path) -> dict[str, str]:
    """The HTML of one mail of each kind."""
    done = subprocess.run([binary, "demo", "--in", folder / "demo"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"pictures: the demonstration failed: {done.stderr}")
    tested = subprocess.run([binary, "test-send", "--to", "administrator", "--config", folder / "demo" / "duewatch.yaml"],
                            capture_output=True, text=True)
    if tested.returncode != 0:
        sys.exit(f"pictures: no test message: {tested.stderr}")
    found: dict[str, str] = {}
    for path in sorted((folder / "demo" / "mail").glob("*/*")):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()
        for kind, words in KINDS.items():
            if kind not in found and re.search(words, mail["Subject"] + "\n" + " ".join(text.split("\n")) + "\n" + text, re.M):
                found[kind] = mail.get_body(("html",)).get_content()
                break
    if missing := [kind for kind in KINDS if kind not in found]:
        sys.exit(f"pictures: no mail of these kinds in the demonstration: {', '.join(missing)}")
    return found


class Browser:
    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder

    def look(self, name: str, letters: list[tuple[str, int]], scheme: int, *more: str) -> list[dict]:
        """What is found of each letter at its width."""
        page = self.folder / f"{name}.html"
        frames = "".join(f'<iframe style="width: {width}px" srcdoc="{html.escape(source)}"></iframe>' for source, width in letters)
        page.write_text(PAGE.format(frames=frames, contrast=CONTRAST))
        command = [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   f"--user-data-dir={self.folder / 'profile'}", f"--blink-settings=preferredColorScheme={scheme}"]
        told = subprocess.run([*command, *(more or ["--dump-dom"]), page.as_uri()], capture_output=True, text=True, timeout=300)
        page.unlink()
        if more:
            return []
        match = re.search(r'<pre id="found">(.+?)</pre>', told.stdout, re.S)
        if not match:
            sys.exit(f"pictures: Chromium says nothing of {name}: {told.stderr[-500:]}")
        return json.loads(html.unescape(match[1]))

    def take(self, name: str, source: str, width: int, height: int, scheme: int) -> None:
        self.look(name, [(source, width)], scheme, f"--screenshot={self.folder / name}.png",
                  f"--window-size={max(width, 500)},{min(3000, height + 16)}")


def faults(found: dict, width: int, scheme: str) -> list[str]:
    said = []
    if found["width"] > width:
        said.append(f"it is {found['width']} px wide")
    if found["faint"]:
        said.append(f"faint text: {found['faint'][:3]}")
    if found["headings"] != 1:
        said.append(f"{found['headings']} headings of the first rank")
    if found["lang"] != "en-GB" or not found["title"]:
        said.append(f"language {found['lang']!r}, title {found['title']!r}")
    if found["images"]:
        said.append(f"{found['images']} images")
    if found["small"]:
        said.append(f"{found['small']} pieces of text below 14 px")
    if (sum(found["ground"]) < 384) != (scheme == "dark"):
        said.append(f"the ground of the {scheme} picture is {found['ground']}")
    return said


def main() -> int:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not chromium:
        print("pictures: not looked at, since neither chromium-headless-shell nor chromium is installed here")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory(prefix="duewatch-pictures-") as temporary:
        folder = Path(sys.argv[2] if len(sys.argv) > 2 else temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        letters = mails(Path(sys.argv[1]).resolve(), Path(temporary))
        browser = Browser(chromium, folder)
        views = [(kind, size) for kind in letters for size in WIDTHS]
        for scheme, number in SCHEMES.items():
            shown = [(letters[kind], WIDTHS[size]) for kind, size in views] + [(BAD, WIDTHS["wide"])]
            *found, bad = browser.look(scheme, shown, number)
            if len(faults(bad, WIDTHS["wide"], scheme)) != BAD_FAULTS:
                sys.exit(f"pictures: of a bad letter only this was found: {faults(bad, WIDTHS['wide'], scheme)}")
            for (kind, size), each in zip(views, found, strict=True):
                name = f"{kind}-{size}-{scheme}".replace(" ", "-")
                for fault in faults(each, WIDTHS[size], scheme):
                    failed += 1
                    print(f"  FAILED {name}: {fault}")
                if len(sys.argv) > 2:
                    browser.take(name, letters[kind], WIDTHS[size], int(each["height"]), number)
        shutil.rmtree(folder / "profile", ignore_errors=True)
    print(f"pictures: {len(letters)} mails, wide and phone, light and dark: {failed} faults")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
