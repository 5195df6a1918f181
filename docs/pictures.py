"""Takes the pictures of the README and the guides, in light and dark, of a new demo.

With `make demo` running: `.venv/bin/python docs/pictures.py [http://127.0.0.1:8000]`. It changes
the headline of a live story, so that there is something to correct: make the demo anew for more.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = {"width": 1280, "height": 860}
MOST_BYTES = 80_000
PASSWORD = "newsroom-demo"  # noqa: S105 - the demo's, which it prints
DRAFT = "Lifeboat needs £740,000 slip"
LIVE = "Corn Bridge repair to take 14 weeks"
TOLD = "County takes back its school kitchens"
STORIES = "/admin/articles/story/"


def front(page: Page) -> None:
    page.goto("/")


def story(page: Page) -> None:
    """Its foot: how we know this."""
    page.goto("/section/schools/")
    page.get_by_role("link", name=TOLD).first.click()
    page.locator(".how-we-know").evaluate("(one) => one.scrollIntoView()")
    page.mouse.wheel(0, -360)


def changes(page: Page) -> None:
    page.goto("/corrections/")
    page.get_by_role("listitem").filter(has_text="transposed").get_by_role("link").first.click()
    page.get_by_role("link", name="see what was changed").click()
    page.get_by_role("link", name="Correction", exact=True).click()


def compose(page: Page) -> None:
    page.goto("/admin/articles/front/")
    page.locator("a[href*='/compose/']").first.click()
    page.wait_for_url("**/compose/**")


def start(page: Page) -> None:
    page.goto("/admin/")


def stories(page: Page) -> None:
    page.goto(STORIES)


def writing(page: Page) -> None:
    open_story(page, DRAFT)
    page.locator("#story_form .standing").evaluate("(one) => one.scrollIntoView()")


def publish(page: Page) -> None:
    open_story(page, DRAFT)
    page.locator("a[data-key=publish]").click()
    page.wait_for_url("**/publish/")


def correct(page: Page) -> None:
    open_story(page, LIVE)
    headline = page.locator("#id_headline")
    headline.fill(headline.input_value().replace("£2.3m", "£2.6m"))
    page.locator("[name=_continue]").click()
    page.get_by_text("successfully").wait_for()
    page.get_by_role("link", name="Correct …").click()
    page.get_by_label("What was wrong").fill("the repair will cost £2.3m.")
    page.get_by_label("What is right").fill("the repair will cost £2.6m")
    page.get_by_label("Headline").check()


def open_story(page: Page, name: str) -> None:
    page.goto(STORIES)
    page.get_by_role("link", name=name).first.click()
    page.locator(".tiptap[contenteditable=true]").wait_for()
    page.get_by_text("Checked at").wait_for()


SHOWN: dict[Callable[[Page], None], str] = {
    front: "",
    story: "",
    changes: "",
    compose: "editor",
    start: "reporter",
    stories: "editor",
    writing: "editor",
    publish: "editor",
    correct: "editor",
}
"""Each picture, and who is logged in."""


def log_in(page: Page, who: str) -> None:
    page.goto("/admin/login/")
    page.fill("#id_username", who)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


def take(browser: Browser, address: str, show: Callable[[Page], None], who: str) -> None:
    context = browser.new_context(base_url=address, viewport=SIZE, locale="en-GB")
    page = context.new_page()
    if who:
        log_in(page, who)
    show(page)
    page.evaluate("document.activeElement?.blur()")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(1500)  # colours and pictures come to rest
        keep(page.screenshot(), PICTURES / f"{show.__name__}-{scheme}.webp")
    context.close()


def keep(png: bytes, path: Path) -> None:
    """As good as fits."""
    for quality in range(90, 30, -5):
        out = BytesIO()
        Image.open(BytesIO(png)).convert("RGB").save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            break
    path.write_bytes(out.getvalue())


def main() -> None:
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for show, who in SHOWN.items():
            take(browser, address, show, who)
        browser.close()
    print(f"{2 * len(SHOWN)} pictures are in {PICTURES}.")


if __name__ == "__main__":
    main()
