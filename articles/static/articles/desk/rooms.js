// What is opened under “More” closes when one leaves it: it would lie over the page.
const more = document.querySelector(".desk-more")

const isOutside = (target) => !more.contains(target)

more?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && isOutside(event.relatedTarget)) more.open = false
})
more?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !more.open) return
  more.open = false
  more.querySelector("summary").focus()
})
document.addEventListener("click", (event) => {
  if (more && isOutside(event.target)) more.open = false
})
