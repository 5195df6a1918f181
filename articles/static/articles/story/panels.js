// Remembers which panels of the writing page one keeps open, and brings one back after a save to
// where one was. Only names of panels and fields are kept, and how far down the page was: no words.
const OPEN = "desk-panels"
const PLACE = `desk-place ${location.pathname}`
const FRESH = 20_000 // milliseconds: a save is quick; later it was another visit
const form = document.getElementById("story_form")
const panels = [...document.querySelectorAll("#story_form details")].map((details) => ({
  details, name: details.querySelector("summary")?.textContent.trim() ?? "",
}))

function kept() {
  try { return JSON.parse(localStorage.getItem(OPEN)) ?? {} } catch { return {} }
}

if (form) {
  const before = kept()
  for (const { details, name } of panels) {
    if (before[name]) details.open = true
    details.addEventListener("toggle", () => localStorage.setItem(OPEN, JSON.stringify({ ...kept(), [name]: details.open })))
  }
  let pressed = null
  form.addEventListener("focusin", ({ target }) => { if (target.type !== "submit") pressed = target })
  form.addEventListener("submit", () => {
    const body = pressed?.closest?.(".prose-editor, .tiptap") ? "body" : ""
    sessionStorage.setItem(PLACE, JSON.stringify({ at: Date.now(), top: scrollY, field: body || pressed?.name || "" }))
  })
  comeBack()
}

function comeBack() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null")
  sessionStorage.removeItem(PLACE)
  if (!place || Date.now() - place.at > FRESH || form.querySelector(".errornote")) return
  const focus = () => {
    const control = place.field === "body" ? document.querySelector(".tiptap") : place.field && form.elements.namedItem(place.field)
    control?.focus?.({ preventScroll: true })
    scrollTo({ top: place.top, behavior: "instant" })
  }
  focus()
  document.addEventListener("prose-editor:ready", () => requestAnimationFrame(focus), { once: true })
}
