// The story's page keeps every word: a working copy at the desk, who else is here, and one's place.
// Nothing that is typed goes into the browser's own storage, where it would outlive the log-in on a
// shared machine: notes on a protected source are often in a draft. The desk keeps it, for its
// author alone; while the desk cannot, the open window does.
import { autosave } from "./autosave.js"
import { keepPlace } from "./place.js"
import { presence } from "./presence.js"

const bar = document.querySelector(".keeping")
const form = document.getElementById("story_form")

// crypto.randomUUID is there over HTTPS alone.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}

if (bar && form) {
  const page = { bar, form, window: uuid(), isWriting: () => false }
  if (!("onlyReads" in bar.dataset)) {
    page.isWriting = autosave(page)
    keepPlace(page)
  }
  if (bar.dataset.beat) presence(page)
}
