// Slots are dragged to their place, and stories from the pool into the slots.
export function dragRows({ slots, pool, rows, move, add }) {
  let dragged = null

  // Only the grip drags: elsewhere the mouse marks words in fields.
  slots.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(".slot")
    if (row) row.draggable = Boolean(event.target.closest(".slot-head"))
  })

  function begin(event) {
    dragged = event.target.closest(".slot, [data-story]")
    if (!dragged) return
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", dragged.textContent.trim())
    dragged.classList.add("is-dragged")
  }

  // The place that the mouse is at: before the first row whose middle is below it.
  function placeAt(event) {
    const others = rows().filter((row) => row !== dragged)
    const index = others.findIndex((row) => {
      const box = row.getBoundingClientRect()
      return event.clientY < box.top + box.height / 2
    })
    return index < 0 ? others.length : index
  }

  function mark(index) {
    const others = rows().filter((row) => row !== dragged)
    for (const row of rows()) row.classList.remove("is-before", "is-after")
    if (index === null || !others.length) return
    if (index < others.length) others[index].classList.add("is-before")
    else others.at(-1).classList.add("is-after")
  }

  function end() {
    dragged?.classList.remove("is-dragged")
    dragged = null
    mark(null)
  }

  const target = slots.parentElement
  for (const place of [slots, pool]) place.addEventListener("dragstart", begin)
  document.addEventListener("dragend", end)
  target.addEventListener("dragover", (event) => {
    if (!dragged) return
    event.preventDefault()
    mark(placeAt(event))
  })
  target.addEventListener("drop", (event) => {
    if (!dragged) return
    event.preventDefault()
    const index = placeAt(event)
    if (dragged.matches(".slot")) move(dragged, index)
    else add(dragged, index)
    end()
  })
}
