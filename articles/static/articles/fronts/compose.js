// The composing page: slots moved by buttons, keys, numbers or the mouse, and saved as one goes. All
// that is done here the form does without scripts too, with a number for each place and a tick.
import { keepSaved } from "./saving.js"
import { dragRows } from "./dragging.js"

const form = document.querySelector("#compose")
const slots = document.querySelector("#slots")
const pool = document.querySelector("#pool")
const moved = document.querySelector("#moved")
const total = form.elements["slots-TOTAL_FORMS"]
const initial = form.elements["slots-INITIAL_FORMS"]
const question = form.elements.q
const LATER = 250

const rows = () => [...slots.children]
const field = (row, name) => row.querySelector(`[name$="-${name}"]`)
const storyOf = (row) => field(row, "story").value
const nameOf = (row) => row.querySelector(".slot-name").textContent
const say = (words) => { moved.textContent = words }

const page = document.querySelector("#page")
const preview = page.src
const clock = form.elements.goes_live_at

// The page as it will be now, or at the moment of a launch to come: with what is live by then.
function show() {
  page.src = clock.value ? `${preview}?${new URLSearchParams({ at: clock.value })}` : preview
}

const saver = keepSaved(form, { onSaved: show })
clock.addEventListener("change", show)

// Names and places follow the order of the rows: what is sent is what is seen.
function settle() {
  rows().forEach((row, index) => {
    for (const one of row.querySelectorAll("[name]")) {
      one.name = one.name.replace(/^slots-[^-]+-/, `slots-${index}-`)
      one.id = `id_${one.name}`
    }
    field(row, "position").value = index + 1
    row.dataset.size = field(row, "size").value
    for (const act of row.querySelectorAll("[data-act]")) {
      const words = { up: "Move up", down: "Move down", remove: "Remove" }[act.dataset.act]
      act.setAttribute("aria-label", `${words}: ${nameOf(row)}`)
    }
  })
  total.value = rows().length
  initial.value = 0
  const taken = new Set(rows().map(storyOf))
  for (const one of pool.querySelectorAll("[data-story]")) {
    one.querySelector("button").disabled = taken.has(one.dataset.story)
    one.draggable = !taken.has(one.dataset.story)
  }
}

function changed(words) {
  settle()
  say(words)
  saver.changed()
}

function place(row, index) {
  const others = rows().filter((one) => one !== row)
  slots.insertBefore(row, others[index] || null)
}

function move(row, index) {
  const last = rows().length - 1
  const at = Math.min(Math.max(index, 0), last)
  if (rows().indexOf(row) === at) return say(`“${nameOf(row)}” stays at place ${at + 1} of ${last + 1}.`)
  place(row, at)
  changed(`“${nameOf(row)}” moved to place ${at + 1} of ${last + 1}.`)
}

function add(entry, index = rows().length) {
  const row = document.querySelector("#slot").content.firstElementChild.cloneNode(true)
  field(row, "story").value = entry.dataset.story
  row.querySelector(".slot-name").textContent = entry.dataset.name
  row.querySelector(".slot-standing").textContent = entry.dataset.standing
  field(row, "size").value = rows().length ? "third" : "lead"
  field(row, "picture").checked = true
  equip(row)
  slots.append(row)
  place(row, index)
  changed(`“${entry.dataset.name}” added at place ${rows().indexOf(row) + 1} of ${rows().length}.`)
}

function remove(row) {
  const next = row.nextElementSibling || row.previousElementSibling
  const name = nameOf(row)
  row.remove()
  changed(`“${name}” removed. ${rows().length} left.`)
  ;(next ? next.querySelector("[data-act=remove]") : question).focus()
}

function resize(row) {
  const lead = rows().find((one) => one !== row && field(one, "size").value === "lead")
  if (field(row, "size").value === "lead" && lead) {
    field(lead, "size").value = "second"
    return changed(`“${nameOf(row)}” is the lead; “${nameOf(lead)}” is a second now.`)
  }
  changed(`“${nameOf(row)}” is a ${field(row, "size").value} now.`)
}

function equip(row) {
  row.querySelector(".slot-acts").hidden = false
  row.querySelector(".slot-remove").hidden = true
}

slots.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")
  if (!act) return
  const row = act.closest(".slot")
  if (act.dataset.act === "remove") return remove(row)
  move(row, rows().indexOf(row) + (act.dataset.act === "up" ? -1 : 1))
  act.focus()
})
slots.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  const row = event.target.closest(".slot")
  if (!event.altKey || !step || !row) return
  event.preventDefault()
  move(row, rows().indexOf(row) + step)
  event.target.focus()
})
slots.addEventListener("change", (event) => {
  const row = event.target.closest(".slot")
  if (event.target === field(row, "position")) {
    if (event.target.value) move(row, Number(event.target.value) - 1)
    settle()
    return event.target.focus()
  }
  if (event.target === field(row, "size")) return resize(row)
  saver.changed()
})
slots.addEventListener("input", (event) => { if (event.target.type === "text") saver.changed() })
pool.addEventListener("click", (event) => {
  const button = event.target.closest("[name=add]")
  if (!button) return
  event.preventDefault()
  add(button.closest("[data-story]"))
  // The button is spent: the focus goes to the next one that is not.
  const buttons = [...pool.querySelectorAll("[name=add]")]
  const next = buttons.slice(buttons.indexOf(button)).find((one) => !one.disabled)
  ;(next || question).focus()
})

let asking = 0
async function find() {
  const mine = ++asking
  const address = `${form.dataset.pool}?${new URLSearchParams({ q: question.value })}`
  const answer = await fetch(address).catch(() => null)
  if (!answer?.ok || mine !== asking) return
  const found = new DOMParser().parseFromString(await answer.text(), "text/html")
  pool.replaceChildren(...found.body.childNodes)
  settle()
  say(`${pool.querySelectorAll("[data-story]").length} stories found.`)
}
let timer
question.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, LATER) })
question.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return
  event.preventDefault()
  find()
})

dragRows({ slots, pool, rows, move, add })
rows().forEach(equip)
settle()
