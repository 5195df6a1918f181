// Many files, two at a time, each by itself: a refused one holds up no other, and what did not
// arrive can be sent again at its own line.
import { element } from "../editor/element.js"
import { token } from "./token.js"

const AT_A_TIME = 2
const AWAY = "The desk did not answer. The file is still here: try again."
const form = document.getElementById("upload")
const input = form.elements.namedItem("image")
const zone = form.querySelector(".drop-zone")
const list = form.querySelector(".uploads")
const status = form.querySelector(".upload-status")
const next = form.querySelector(".upload-next")
const rows = []
let sending = 0

form.querySelector("button[type=submit]").hidden = true
form.classList.add("is-live")

function add(files) {
  for (const file of files) {
    const row = { file, state: "waiting" }
    row.image = element("img", { alt: "", hidden: true })
    row.name = element("p", { class: "upload-name" }, file.name)
    row.progress = element("progress", { max: 1, value: 0, "aria-label": file.name })
    row.said = element("p", { class: "upload-state" }, "Waits for its turn.")
    row.body = element("div", {}, row.name, row.progress, row.said)
    row.line = element("li", { class: "upload-row" }, row.image, row.body)
    rows.push(row)
    list.append(row.line)
  }
  run()
}

function run() {
  for (const row of rows) {
    if (sending >= AT_A_TIME) break
    if (row.state === "waiting") send(row)
  }
  tell()
}

function send(row) {
  sending += 1
  row.state = "sending"
  row.progress.hidden = false
  row.said.textContent = "Is being sent."
  const body = new FormData()
  body.append("image", row.file)
  if (row.reason) body.append(row.another, row.reason)
  const request = new XMLHttpRequest()
  request.open("POST", location.pathname)
  request.setRequestHeader("Accept", "application/json")
  request.setRequestHeader("X-CSRFToken", token())
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return
    row.progress.value = event.loaded / event.total
    if (event.loaded === event.total) row.said.textContent = "Is being looked at."
  })
  request.addEventListener("loadend", () => {
    sending -= 1
    settle(row, request)
    run()
  })
  request.send(body)
}

function settle(row, request) {
  const isAnswer = request.getResponseHeader("Content-Type")?.startsWith("application/json")
  const answer = isAnswer ? JSON.parse(request.responseText) : null
  row.progress.hidden = true
  if (request.status === 201) return taken(row, answer)
  const isRefusal = request.status === 400 && answer
  row.state = isRefusal ? "refused" : "failed"
  row.line.classList.add("is-refused")
  row.said.textContent = answer?.sentence || AWAY
  if (!isRefusal) row.body.append(again(row))
  else if (answer.another) row.body.append(isAnother(row, answer.another))
}

// Whoever may says why it is not the picture that it looks like, and the same file goes once more.
function isAnother(row, name) {
  row.another = name
  const reason = element("textarea", { id: name, rows: 2, maxlength: 1000, "aria-describedby": `${name}_help` })
  const button = element("button", { type: "button", class: "button" }, "It is another picture")
  const box = element("p", { class: "upload-another" },
    element("label", { for: name }, "Why it is another picture"), reason,
    element("span", { class: "help", id: `${name}_help` }, "Say how you know. It stays on record under your name."), button)
  button.addEventListener("click", () => {
    row.reason = reason.value.trim()
    if (!row.reason) return reason.focus()
    box.remove()
    row.line.classList.remove("is-refused")
    row.state = "waiting"
    run()
  })
  return box
}

function again(row) {
  const button = element("button", { type: "button", class: "button", "aria-label": `Try again: ${row.file.name}` }, "Try again")
  button.addEventListener("click", () => {
    button.remove()
    row.line.classList.remove("is-refused")
    row.state = "waiting"
    run()
  })
  return button
}

function taken(row, answer) {
  row.state = "taken"
  row.id = answer.id
  row.line.classList.add("is-taken")
  row.name.replaceChildren(element("a", { href: answer.address }, row.file.name))
  row.said.textContent = answer.missing.length ? `Taken. Still lacks: ${answer.missing.join(", ")}.` : "Taken. It lacks nothing."
  if (answer.thumbnail) { row.image.src = answer.thumbnail; row.image.hidden = false }
  if (answer.read.length) {
    row.body.append(element("dl", {}, ...answer.read.map(({ label, words }) =>
      element("div", {}, element("dt", {}, label), element("dd", {}, words)))))
  }
}

function tell() {
  const count = (state) => rows.filter((row) => row.state === state).length
  const parts = [`${count("taken")} of ${rows.length} taken`]
  if (count("refused")) parts.push(`${count("refused")} refused`)
  if (count("failed")) parts.push(`${count("failed")} to be sent again`)
  status.textContent = rows.length ? `${parts.join(", ")}.` : ""
  const ids = rows.filter((row) => row.id).map((row) => row.id)
  const isDone = ids.length > 0 && !sending && !count("waiting")
  next.hidden = !isDone || !form.dataset.captioning
  if (!next.hidden) {
    const link = next.querySelector("a")
    link.href = `${form.dataset.captioning}?ids=${ids.join(",")}`
    link.textContent = ids.length === 1 ? "Caption and credit this picture" : `Caption and credit these ${ids.length} pictures`
  }
}

input.addEventListener("change", () => { add(input.files); input.value = "" })
form.addEventListener("submit", (event) => event.preventDefault())
const over = (isOver) => (event) => {
  event.preventDefault()
  zone.classList.toggle("is-over", isOver)
}
for (const name of ["dragenter", "dragover"]) document.addEventListener(name, over(true))
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false)(event) })
document.addEventListener("drop", (event) => {
  over(false)(event)
  add(event.dataTransfer.files)
})
window.addEventListener("beforeunload", (event) => {
  if (rows.some((row) => ["waiting", "sending", "failed"].includes(row.state))) event.preventDefault()
})
