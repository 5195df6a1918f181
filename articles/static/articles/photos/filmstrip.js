// The filmstrip: each picture with its box to tick and a mark where it lacks something.
import { element } from "../editor/element.js"

export function drawStrip(strip, pictures, { go, tick }) {
  strip.append(...pictures.map((picture, index) => {
    const box = element("input", { type: "checkbox", "aria-label": `Tick picture ${index + 1}` })
    const inside = picture.thumbnail ? element("img", { src: picture.thumbnail, alt: "", loading: "lazy" }) : `${index + 1}`
    const button = element("button", { type: "button" }, inside, element("span", { class: "mark", "aria-hidden": "true" }))
    box.addEventListener("change", () => tick([picture], box.checked))
    button.addEventListener("click", () => go(index))
    return element("li", {}, button, box)
  }))
}

export function markStrip(strip, pictures, at) {
  pictures.forEach((picture, index) => {
    const frame = strip.children[index]
    const [button, box] = frame.children
    const isUnsaved = Object.keys(picture.problems).length > 0
    const lack = picture.missing.length ? `lacks ${picture.missing.join(", ")}` : "lacks nothing"
    button.setAttribute("aria-label", `Picture ${index + 1}, ${lack}${isUnsaved ? ", not saved" : ""}`)
    button.querySelector(".mark").textContent = isUnsaved ? "!" : picture.missing.length ? String(picture.missing.length) : "✓"
    frame.classList.toggle("is-lacking", picture.missing.length > 0)
    frame.classList.toggle("is-unsaved", isUnsaved)
    box.checked = picture.ticked
    if (index === at) button.setAttribute("aria-current", "true")
    else button.removeAttribute("aria-current")
  })
  const frame = strip.children[at]
  strip.scrollTo({ left: frame.offsetLeft - strip.clientWidth / 2 + frame.clientWidth / 2 })
}
