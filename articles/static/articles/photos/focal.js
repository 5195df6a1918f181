// The focal point on a photo's page: a click on the picture sets it, the arrow keys move it.
// The two number fields stay what is sent.
import { element } from "../editor/element.js"

const picture = document.querySelector("img.large-picture")
const across = document.querySelector("input#id_focal_x")
const down = document.querySelector("input#id_focal_y")
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

const read = (field) => Math.min(1, Math.max(0, Number.parseFloat(field.value) || 0))
const write = (field, value) => { field.value = String(Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000) }

if (picture && across && down) {
  const marker = element("button", { type: "button", class: "focal-marker" })
  const frame = element("div", { class: "focal-frame" })
  const hint = element("p", { class: "focal-hint" }, "Click on what matters most, or move the ring with the arrow keys: crops keep it in.")
  picture.before(frame)
  frame.append(picture, marker)
  frame.after(hint)

  const show = () => {
    marker.style.insetInlineStart = `${read(across) * 100}%`
    marker.style.insetBlockStart = `${read(down) * 100}%`
    const place = `${Math.round(read(across) * 100)} % from the left, ${Math.round(read(down) * 100)} % from the top`
    marker.setAttribute("aria-label", `Focal point: ${place}`)
  }
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect()
    write(across, (event.clientX - box.left) / box.width)
    write(down, (event.clientY - box.top) / box.height)
    show()
    marker.focus()
  })
  marker.addEventListener("keydown", (event) => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const stride = event.shiftKey ? 0.05 : 0.01
    write(across, read(across) + step[0] * stride)
    write(down, read(down) + step[1] * stride)
    show()
  })
  across.addEventListener("input", show)
  down.addEventListener("input", show)
  show()
}
