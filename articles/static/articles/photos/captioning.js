// The captioning screen: one picture at a time, its words at the side, the others as a filmstrip.
import { drawStrip, markStrip } from "./filmstrip.js"
import { actOf, labelKeys } from "./keys.js"
import { canUndo, onCalledOff, onChange, save, undo, unsaved, wordsOf } from "./saving.js"
import { drawState } from "./word-state.js"
import { element } from "../editor/element.js"

const CREDIT = ["credit_line", "creator", "supplier", "rights_category"]
const pictures = JSON.parse(document.getElementById("pictures").textContent)
  .map((picture) => ({ ...picture, drafts: {}, problems: {}, ticked: false }))
const screen = document.getElementById("captioning")
const form = document.getElementById("words")
const strip = document.getElementById("filmstrip")
const saving = document.getElementById("saving")
const names = [...form.querySelectorAll(".word")].map((word) => word.dataset.field)
const fieldOf = (name) => form.elements.namedItem(name)
let at = 0, focused = names[0]

const current = () => pictures[at]
const ticked = () => pictures.filter((picture) => picture.ticked)
const say = (words) => { saving.textContent = words }

function show(index, { focus = true } = {}) {
  at = index
  const picture = current()
  document.getElementById("position").textContent = `Picture ${at + 1} of ${pictures.length}`
  document.getElementById("whole-page").href = picture.address
  screen.querySelector(".look-picture").replaceChildren(picture.large
    ? element("img", { src: picture.large, alt: wordsOf(picture, "alt_text") || "No alt text yet" })
    : element("p", { class: "no-picture" }, "No picture file"))
  for (const name of names) {
    fieldOf(name).value = wordsOf(picture, name)
    drawState(form, picture, name)
  }
  for (const button of screen.querySelectorAll("[data-act=previous]")) button.disabled = at === 0
  tell()
  markStrip(strip, pictures, at)
  if (focus) fieldOf(focused).focus()
}

function tell() {
  const lacking = current().missing
  document.getElementById("lacks").textContent = lacking.length ? `Still lacks: ${lacking.join(", ")}.` : "Lacks nothing."
  for (const button of screen.querySelectorAll("[data-act=undo]")) button.disabled = !canUndo()
  const problems = pictures.flatMap((picture) => Object.values(picture.problems)).length
  const rest = unsaved(pictures) - problems
  const words = [rest > 0 ? `Saving ${rest} …` : "", problems ? `${problems} not saved.` : ""].filter(Boolean).join(" ")
  const said = words || "All saved."
  if (saving.textContent !== said) say(said)
}

// The words of the field that one is in, as a draft on the way to the desk.
const commit = (name = focused) => save(current(), name, fieldOf(name).value.trim())

function give(targets, given, wordsFor) {
  const step = []
  for (const picture of targets) for (const name of given) save(picture, name, wordsFor(picture, name), step)
  show(at)
}

function copy(chosen) {
  if (at === 0) return say("There is no picture above the first.")
  give([current()], chosen, (_picture, name) => wordsOf(pictures[at - 1], name))
}

function apply(chosen) {
  commit()
  const others = ticked().filter((picture) => picture !== current())
  if (!others.length) return say("Tick the pictures that shall get it, in the filmstrip.")
  give(others, chosen, (_picture, name) => wordsOf(current(), name))
}

function go(index) {
  commit()
  if (index < 0) return say("This is the first picture.")
  if (index >= pictures.length) return say("This is the last picture.")
  show(index)
}

function takeBack() {
  const field = fieldOf(focused)
  if (field.value.trim() !== wordsOf(current(), focused)) {
    field.value = wordsOf(current(), focused)
    return
  }
  const first = undo()
  if (!first) return say("There is nothing to take back.")
  focused = first.name
  show(pictures.indexOf(first.picture))
}

function tick(chosen, isTicked) {
  for (const picture of chosen) picture.ticked = isTicked ?? !picture.ticked
  markStrip(strip, pictures, at)
  say(`${ticked().length} ticked.`)
}

const empty = () => names.filter((name) => !fieldOf(name).value.trim())
const acts = {
  next: () => go(at + 1),
  previous: () => go(at - 1),
  copy: () => copy([focused]),
  "copy-empty": () => { const chosen = empty(); commit(); copy(chosen) },
  apply: () => apply([focused]),
  "apply-credit": () => apply(CREDIT),
  tick: () => tick([current()]),
  "tick-all": () => tick(pictures, true),
  "tick-none": () => tick(pictures, false),
  undo: takeBack,
}

onChange((picture, name) => {
  if (picture === current()) {
    const field = fieldOf(name)
    // Words that are being typed stay, whatever the desk made of those before.
    if (document.activeElement !== field) field.value = wordsOf(picture, name)
    drawState(form, picture, name)
  }
  markStrip(strip, pictures, at)
  tell()
})
onCalledOff((sentence) => document.getElementById("called-off").append(element("p", {}, sentence)))
form.addEventListener("focusin", (event) => { if (names.includes(event.target.name)) focused = event.target.name })
form.addEventListener("change", (event) => { if (names.includes(event.target.name)) commit(event.target.name) })
form.addEventListener("submit", (event) => event.preventDefault())
screen.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")
  if (!act) return
  const word = act.closest(".word")
  if (word) focused = word.dataset.field
  acts[act.dataset.act]()
})
document.addEventListener("keydown", (event) => {
  const act = actOf(event)
  if (!act) return
  event.preventDefault()
  if (!event.repeat) acts[act]()
})
window.addEventListener("beforeunload", (event) => {
  commit()
  if (unsaved(pictures)) event.preventDefault()
})

for (const name of names) {
  const field = fieldOf(name)
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${field.id}_state`.trim())
}
labelKeys(screen)
drawStrip(strip, pictures, { go, tick })
screen.hidden = false
show(0)
