// Keeps a front's draft saved as it is composed: one save at a time, each from the version that the
// one before has made. What somebody else has changed meanwhile stops it, with the desk's sentence.
const PAUSE = 700

export function keepSaved(form, { onSaved }) {
  const status = document.querySelector("#saved")
  const told = document.querySelector("#told")
  let timer, running = null, again = false, isStopped = false, isChanged = false

  function tell(sentences) {
    told.replaceChildren(...sentences.map((words) => Object.assign(document.createElement("p"), { textContent: words })))
    told.hidden = !sentences.length
  }

  function takeVersion(version) {
    for (const one of document.querySelectorAll("[name=version]")) one.value = version
  }

  async function send() {
    const answer = await fetch(form.action || location.pathname, {
      method: "POST", headers: { Accept: "application/json" }, body: new FormData(form),
    }).catch(() => null)
    const isOurs = answer?.headers.get("Content-Type")?.startsWith("application/json")
    if (!isOurs) {
      status.textContent = "Not saved: the desk does not answer, or your log-in has ended. Try again with Save the draft."
      return
    }
    const { version, refused, saved } = await answer.json()
    tell(refused)
    takeVersion(version)
    isStopped = answer.status === 409
    if (!saved) { status.textContent = "Not saved."; return }
    isChanged = again
    status.textContent = `Draft saved at ${new Date().toLocaleTimeString()}`
    onSaved()
  }

  async function run() {
    if (running) { again = true; return running }
    again = false
    running = send()
    await running
    running = null
    if (again && !isStopped) await run()
  }

  // A form that is sent waits for the save that is under way, or it would clash with itself.
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer)
    isChanged = false
    if (!running) return
    event.preventDefault()
    again = false
    await running
    if (!isStopped) form.requestSubmit(event.submitter)
  })
  window.addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault() })

  return {
    changed() {
      isChanged = true
      if (isStopped) return
      status.textContent = "Not saved yet"
      clearTimeout(timer)
      timer = setTimeout(run, PAUSE)
    },
  }
}
