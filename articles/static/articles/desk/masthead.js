// The preview follows what is typed, a moment after a pause. Without this file a button shows it.
const PAUSE = 500 // milliseconds
const button = document.querySelector(".masthead-preview button")

if (button) {
  const form = button.form
  let timer
  const show = () => form.requestSubmit(button)
  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE)
  })
  show()
}
