// Who else has this story open, and where: asked every fifteen seconds, with the window's own beat.
import { element } from "../editor/element.js"
import { token } from "../photos/token.js"

const EVERY = 15_000
const SOON = 800

export function presence({ bar, form, window: id, isWriting }) {
  const line = bar.querySelector(".presence")
  let place = "", timer

  const values = (more = {}) => new URLSearchParams({
    csrfmiddlewaretoken: token(), window: id, place, writing: isWriting() ? "1" : "", ...more,
  })

  async function beat() {
    try {
      const answer = await fetch(bar.dataset.beat, { method: "POST", body: values(), headers: { Accept: "application/json" } })
      if (answer.ok && !answer.redirected) show(await answer.json())
    } catch {
      // The next beat says more; what was typed has its own word on this.
    }
  }

  function show(said) {
    const started = Number(form.elements.namedItem("version")?.value || said.newest)
    const words = said.others.map((one) => `${one.who} ${one.writing ? "is writing" : one.who.startsWith("You,") ? "have it open" : "has it open"}${where(one.place)}.`)
    const news = said.newest > started ? `${said.saved_by} saved at ${said.saved_at}: what you save is merged with it.` : ""
    const text = [...words, news].filter(Boolean).join(" ")
    if (line.textContent === text) return
    line.replaceChildren(...(text ? [element("span", {}, text)] : []))
  }

  function where(name) {
    if (!name) return ""
    const control = form.elements.namedItem(name)
    const label = control?.labels?.[0] || document.querySelector(`label[for="id_${CSS.escape(name)}"]`)
    const words = label?.textContent.replace(":", "").trim() || name.replace(/^.*-/, "").replaceAll("_", " ")
    return ` in “${words}”`
  }

  function placeOf(target) {
    if (target.closest(".prose-editor")) return "body"
    return /^[\w-]{0,60}$/.test(target.name || "") ? target.name || "" : ""
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(beat, SOON) }
  form.addEventListener("focusin", ({ target }) => {
    const now = placeOf(target)
    if (now !== place) { place = now; soon() }
  })
  form.addEventListener("input", () => { if (!form.dataset.told) { form.dataset.told = "1"; soon() } })
  window.addEventListener("pagehide", () => {
    fetch(bar.dataset.beat, { method: "POST", body: values({ leave: "1" }), keepalive: true }).catch(() => {})
  })
  window.addEventListener("pageshow", (event) => { if (event.persisted) beat() })
  setInterval(beat, EVERY)
  beat()
}
