// Ticking pictures on the light table: all at once, in a row with Shift, with the arrow keys.
const boxes = [...document.querySelectorAll(".light-table .action-select")]
const all = document.getElementById("tick-all")
const counter = document.querySelector(".action-counter")
const across = document.querySelector("input.select-across")
const everyPage = document.querySelector(".actions .question")
const everyPageChosen = document.querySelector(".actions .all")
const clear = document.querySelector(".actions .clear")
let last = null, withShift = false

const hide = (part, hidden) => part?.classList.toggle("hidden", hidden)

function tell() {
  const ticked = boxes.filter((box) => box.checked).length
  const isEveryPage = across?.value === "1"
  if (counter) counter.textContent = `${ticked} of ${boxes.length} ticked`
  all.checked = ticked === boxes.length
  all.indeterminate = ticked > 0 && ticked < boxes.length
  hide(counter, isEveryPage)
  hide(everyPage, isEveryPage || ticked < boxes.length)
  hide(everyPageChosen, !isEveryPage)
  hide(clear, !isEveryPage)
}

function set(chosen, checked) {
  for (const box of chosen) box.checked = checked
  if (across) across.value = "0"
  tell()
}

// How many cards stand in one line: those at the height of the first.
const columns = () => {
  const top = boxes[0].closest(".card").offsetTop
  return boxes.filter((box) => box.closest(".card").offsetTop === top).length
}

function move(event) {
  const strides = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns(), ArrowDown: columns() }
  const target = boxes[boxes.indexOf(event.target) + (strides[event.key] || 0)]
  if (!(event.key in strides) || !target) return
  event.preventDefault()
  target.focus()
  target.closest(".card").scrollIntoView({ block: "nearest" })
}

if (boxes.length && all) {
  all.closest("[hidden]").hidden = false
  all.addEventListener("change", () => set(boxes, all.checked))
  for (const box of boxes) {
    box.addEventListener("click", (event) => { withShift = event.shiftKey })
    box.addEventListener("keydown", move)
    box.addEventListener("change", () => {
      const [from, to] = [boxes.indexOf(withShift && last ? last : box), boxes.indexOf(box)]
      set(boxes.slice(Math.min(from, to), Math.max(from, to) + 1), box.checked)
      last = box
      withShift = false
    })
  }
  everyPage?.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault()
    across.value = "1"
    tell()
  })
  clear?.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault()
    set(boxes, false)
  })
  window.addEventListener("pageshow", tell)
  tell()
}
