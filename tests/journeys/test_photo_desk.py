"""The photo desk's work in a real browser: files dropped, captioned by keyboard, placed."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.desk.photos.another_picture import AnotherPicture
from articles.desk.photos.arrival import receive
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.publishing.photos.kill import kill
from tests.builders import a_photo, a_picture, a_story
from tests.drawing import a_drawing

pytestmark = pytest.mark.django_db(transaction=True)

UPLOAD = "/admin/articles/photo/upload/"
DROP = """files => {
  const data = new DataTransfer();
  for (const [name, bytes] of files) {
    const content = Uint8Array.from(atob(bytes), one => one.charCodeAt(0));
    data.items.add(new File([content], name, {type: "image/jpeg"}));
  }
  const event = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
  document.querySelector(".drop-zone").dispatchEvent(event);
}"""
CREDIT = "Ada Lumen/Northmark Pictures"


def a_jpeg(number):
    """Each in a colour of its own, so that no two are the same."""
    out = BytesIO()
    Image.new("RGB", (240, 160), (number * 6 % 256, 90, 255 - number * 6 % 256)).save(out, "JPEG")
    return out.getvalue()


def a_file(number, content=None):
    data = a_jpeg(number) if content is None else content
    return {"name": f"quay-{number:02}.jpg", "mimeType": "image/jpeg", "buffer": data}


def test_twelve_pictures_go_from_the_drop_to_a_story(visit, photo_desk, reporter):
    page = visit(photo_desk)
    upload_twelve(page)
    follow_by_keyboard(page)
    caption_them_by_keyboard(page)

    photos = list(Photo.objects.order_by("pk"))
    assert len(photos) == 12
    assert sorted(one.caption for one in photos) == sorted(
        f"Boat {number} leaves the quay." for number in range(1, 13)
    )
    assert {one.alt_text for one in photos} == {f"Boat {number}" for number in range(1, 13)}
    for name, words in {
        "credit_line": CREDIT,
        "creator": "Ada Lumen",
        "supplier": "Northmark Pictures",
        "rights_category": "agency",
    }.items():
        assert {getattr(one, name) for one in photos} == {words}
    assert all(not one.missing() for one in photos)

    story = a_story(created_by=reporter, headline="The boats")
    place_two(visit(reporter), story)
    placed = Story.objects.get().placements.all()
    assert [one.printed_caption for one in placed] == [
        "Boat 3 leaves the quay.",
        "Boat 7 leaves the quay.",
    ]


def upload_twelve(page):
    """Eight through the file field, four by a drop."""
    page.goto(UPLOAD)
    page.locator("#upload.is-live").wait_for()
    page.set_input_files("#id_image", [a_file(number) for number in range(8)])
    dropped = [
        [f"quay-{number:02}.jpg", base64.b64encode(a_jpeg(number)).decode()]
        for number in range(8, 12)
    ]
    page.evaluate(DROP, dropped)
    page.get_by_text("12 of 12 taken.").wait_for(timeout=60_000)
    thumbnails = page.locator(".upload-row img:visible")
    assert thumbnails.count() == 12
    page.wait_for_function(
        "() => [...document.querySelectorAll('.upload-row img')].every(one => one.naturalWidth > 0)"
    )
    assert (
        "Still lacks: credit line, caption, alt text, rights."
        in page.locator(".upload-row").first.inner_text()
    )


def follow_by_keyboard(page):
    """Tab by Tab to the link, and Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.upload-next a')"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("Picture 1 of 12").wait_for()


def caption_them_by_keyboard(page):
    page.wait_for_function("() => document.activeElement.name === 'caption'")
    write(page, "Boat 1 leaves the quay.", "Boat 1", CREDIT, "Ada Lumen", "Northmark Pictures")
    page.keyboard.press("Tab")
    page.keyboard.type("Agency")  # chooses in the list of categories
    for _ in range(5):
        page.keyboard.press("Shift+Tab")
    for number in range(2, 13):
        page.keyboard.press("Control+Enter")
        page.get_by_text(f"Picture {number} of 12").wait_for()
        write(page, f"Boat {number} leaves the quay.", f"Boat {number}")
        page.keyboard.press("Alt+Shift+C")
        page.keyboard.press("Shift+Tab")
    page.get_by_text("All saved.").wait_for(timeout=60_000)
    assert page.locator("#filmstrip .is-lacking").count() == 0


def write(page, *words):
    """Each into its field, with Tab between them."""
    for number, one in enumerate(words):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(one)


def place_two(page, story):
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    page.click(".tiptap[contenteditable=true]")
    page.keyboard.type("The boats sail.")
    for number in (3, 7):
        page.keyboard.press("Enter")
        page.keyboard.press("Control+Shift+P")
        dialog = page.locator("dialog.picker")
        dialog.wait_for()
        page.keyboard.type(f"boat {number}")
        dialog.locator(".picker-status", has_text=re.compile("^1 found")).wait_for()
        page.keyboard.press("Enter")
        dialog.wait_for(state="detached")
        page.locator("figure.photo-card img").nth(0).wait_for()
        page.keyboard.press("ArrowRight")
    page.click("[name=_continue]")
    page.get_by_text("successfully").wait_for()


def test_forty_files_go_on_past_three_bad_ones(visit, photo_desk):
    page = visit(photo_desk)
    page.goto(UPLOAD)
    bad = {5: b"Not a picture.", 17: b"", 31: a_jpeg(31)[:900]}

    page.set_input_files("#id_image", [a_file(number, bad.get(number)) for number in range(40)])

    page.get_by_text("37 of 40 taken, 3 refused.").wait_for(timeout=120_000)
    refused = page.locator(".upload-row.is-refused .upload-state").all_inner_texts()
    assert [words.split(" ")[0] for words in refused] == [f"quay-{n:02}.jpg" for n in bad]
    assert Photo.objects.count() == 37
    page.get_by_role("link", name="Caption and credit these 37 pictures").click()
    page.get_by_text("Picture 1 of 37").wait_for()


def test_a_file_that_did_not_arrive_is_sent_again_from_its_line(visit, photo_desk):
    page = visit(photo_desk)
    page.goto(UPLOAD)
    page.route(f"**{UPLOAD}", lambda route: route.fulfill(status=413, body="<p>Too busy</p>"))
    page.set_input_files("#id_image", [a_file(1)])
    page.get_by_text("0 of 1 taken, 1 to be sent again.").wait_for()
    page.unroute(f"**{UPLOAD}")

    page.get_by_role("button", name="Try again: quay-01.jpg").click()

    page.get_by_text("1 of 1 taken.").wait_for()
    assert Photo.objects.count() == 1


def test_what_resembles_a_killed_picture_is_told_apart_at_its_line(visit, photo_desk):
    photo = receive(SimpleUploadedFile("killed.jpg", a_drawing(), "image/jpeg"))
    kill(photo, by=photo_desk, origin="Northmark 12", reason="Wrong place.")
    page = visit(photo_desk)
    page.goto(UPLOAD)
    page.set_input_files("#id_image", [a_file(1, a_drawing(size=(800, 533)))])
    page.get_by_text("0 of 1 taken, 1 refused.").wait_for()

    page.get_by_label("Why it is another picture").fill("The other quay; the agency confirmed it.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_text("1 of 1 taken.").wait_for()
    assert AnotherPicture.objects.get().made_by == photo_desk


def test_the_focal_point_is_set_by_a_click_and_moved_by_the_arrows(visit, photo_desk, settings):
    page = visit(photo_desk)
    page.goto(UPLOAD)
    page.set_input_files("#id_image", [a_file(1, a_picture((400, 300)))])
    page.get_by_text("1 of 1 taken.").wait_for()
    photo = Photo.objects.get()
    page.goto(f"/admin/articles/photo/{photo.pk}/change/")
    page.wait_for_function("() => document.querySelector('.large-picture').naturalWidth > 0")

    page.click(".large-picture", position={"x": 100, "y": 75})
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    page.click("[name=_save]")
    page.get_by_text("successfully").wait_for()

    photo.refresh_from_db()
    assert photo.focal_x == pytest.approx(0.26, abs=0.01)
    assert photo.focal_y == pytest.approx(0.30, abs=0.01)


SMALL = """() => [...document.querySelectorAll("#content button, #content [type=checkbox]")]
  .filter(one => one.checkVisibility())
  .map(one => [one.getBoundingClientRect(), one])
  .filter(([box]) => box.width < 24 || box.height < 24)
  .map(([_box, one]) => one.outerHTML)"""


@pytest.mark.parametrize("address", ["", "upload/", "caption/?ids={0}", "credit/?ids={0}"])
def test_the_photo_desk_is_worked_on_a_telephone(address, visit, photo_desk):
    photo = a_photo(with_file=False, caption="Word " * 200, credit_line="W" * 190)
    page = visit(photo_desk, viewport={"width": 360, "height": 740})

    page.goto(f"/admin/articles/photo/{address.format(photo.pk)}")
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(SMALL) == []


def test_without_scripts_each_picture_has_its_own_page(visit, photo_desk):
    page = visit(photo_desk, javascript=False)
    page.goto(UPLOAD)
    page.set_input_files("#id_image", [a_file(1), a_file(2)])
    page.get_by_role("button", name="Upload").click()
    page.get_by_role("link", name="Caption and credit these pictures").click()

    first = Photo.objects.order_by("pk").first()
    page.get_by_role("link", name=str(first.pk)).click()

    page.wait_for_url(f"**/photo/{first.pk}/change/")


def test_a_lease_is_added_on_the_photo_s_page(visit, photo_desk):
    photo = a_photo(with_file=False)
    page = visit(photo_desk)
    page.goto(f"/admin/articles/photo/{photo.pk}/change/")

    page.get_by_role("button", name="Add another Lease").click()
    page.select_option("[name=leases-0-access]", "deny")
    page.fill("[name=leases-0-note]", "by telephone")
    page.click("[name=_save]")
    page.get_by_text("successfully").wait_for()

    assert Lease.objects.get().made_by == photo_desk


def test_pictures_are_ticked_on_the_light_table_and_changed_together(visit, photo_desk):
    for number in range(3):
        a_photo(with_file=False, alt_text=f"Boat {number}", credit_line="")
    page = visit(photo_desk)
    page.goto("/admin/articles/photo/")

    page.get_by_label("Tick Boat 2").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.get_by_text("2 of 3 ticked").wait_for()
    page.select_option("[name=action]", label="Change credit and rights…")
    page.get_by_role("button", name="Go").click()
    page.fill("[name=credit_line]", CREDIT)
    page.get_by_role("button", name="Show what will change").click()
    page.get_by_role("button", name="Change 2 pictures").click()
    page.get_by_text("Changed 2 pictures.").wait_for()

    credits = Photo.objects.order_by("pk").values_list("credit_line", flat=True)
    assert list(credits) == ["", CREDIT, CREDIT]
