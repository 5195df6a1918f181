// A second after each pause the form goes to the desk, into the author's own working copy.
import { element } from "../editor/element.js"
import { token } from "../photos/token.js"
import { bodyEditor } from "./places.js"

const PAUSE = 1000
const AGAIN = 5000
const PATIENCE = 8000
const MOST_ON_LEAVING = 60_000 // bytes: browsers send no more from a page that is going
const LOGGED_OUT = "You are logged out. Log in again in another tab; until then this window keeps what you type."
const AWAY = "The desk does not answer. This window keeps what you type, and tries again."

// Answers a function that tells whether anything was typed since the last save.
export function autosave({ bar, form, window: id }) {
  const kept = element("span", { class: "kept" })
  const problem = element("p", { class: "not-kept", role: "alert" })
  let timer, under_way = null, typed = 0, stored = 0, failure = "", sending = false
  bar.after(problem)
  show()

  function show() {
    const foot = document.querySelector(".writing .editor-foot") || form.querySelector(".submit-row")
    if (foot && !foot.contains(kept)) foot.append(kept)
  }

  function fields() {
    const own = form.elements.namedItem("csrfmiddlewaretoken")
    own.value = token() // newer than the page after another log-in
    const data = new FormData(form)
    data.set("window", id)
    data.set("who", bar.dataset.who)
    if (bar.dataset.restored) data.set("restored", bar.dataset.restored)
    return data
  }

  async function send() {
    const answer = await fetch(bar.dataset.keep, {
      method: "POST", body: fields(), headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE),
    })
    if (answer.redirected || answer.status === 403) throw new Error(LOGGED_OUT)
    const isAnswer = answer.headers.get("Content-Type")?.startsWith("application/json")
    if (!isAnswer) throw new Error(AWAY)
    const said = await answer.json()
    if (!answer.ok) throw new Error(said.error)
    return said.kept_at
  }

  async function keep() {
    clearTimeout(timer)
    if (under_way) await under_way
    if (typed === stored) return
    const now = typed
    under_way = send().then((at) => {
      stored = now
      say(`Kept ${at}`, "")
    }).catch((error) => {
      say("", error instanceof TypeError || error.name === "TimeoutError" ? AWAY : error.message)
      timer = setTimeout(keep, AGAIN)
    }).finally(() => { under_way = null })
    await under_way
  }

  function say(words, trouble) {
    show()
    failure = trouble
    kept.classList.toggle("is-problem", Boolean(trouble))
    kept.textContent = trouble ? "Not kept" : words
    const sentence = trouble ? `Not kept: ${trouble}` : ""
    if (problem.textContent !== sentence) problem.textContent = sentence
  }

  function soon() {
    typed += 1
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  }

  // A save goes out after what was typed is kept: if it fails on its way, the words are at the desk.
  async function submit(event) {
    if (sending) return
    const button = event.submitter
    event.preventDefault()
    await keep()
    await new Promise((resolve) => setTimeout(resolve)) // no form is sent while it is being sent
    if (failure && failure !== AWAY) return problem.scrollIntoView({ block: "center" })
    sending = true
    clearTimeout(timer)
    for (const [name, value] of [["window", id], ["restored", bar.dataset.restored]]) {
      if (value) form.append(element("input", { type: "hidden", name, value }))
    }
    form.requestSubmit(button)
  }

  function leave() {
    if (typed === stored || sending) return
    const data = new URLSearchParams([...fields()].filter(([, value]) => typeof value === "string"))
    if (data.toString().length < MOST_ON_LEAVING) fetch(bar.dataset.keep, { method: "POST", body: data, keepalive: true }).catch(() => {})
  }

  const isOurs = (target) => !bar.contains(target) && !target.closest?.(".beside")
  form.addEventListener("input", (event) => { if (isOurs(event.target)) soon() })
  form.addEventListener("change", (event) => { if (isOurs(event.target)) soon() })
  form.addEventListener("submit", submit)
  document.addEventListener("formset:removed", soon)
  document.addEventListener("prose-editor:ready", ({ detail }) => {
    show()
    if (detail.textarea.name === "body") detail.editor.on("update", soon)
  })
  bodyEditor()?.on("update", soon)
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave() })
  window.addEventListener("pageshow", (event) => { if (event.persisted) sending = false })
  window.addEventListener("beforeunload", (event) => { if (failure && !sending) event.preventDefault() })
  if ("unsaved" in bar.dataset) soon()
  return () => typed > 0
}
