// Proposes the public note from what was wrong and what is right, until somebody writes their own.
const form = document.querySelector(".door-form[data-correction]")
const note = form?.elements.namedItem("note")
let proposed = ""

function trimmed(name) {
  return form.elements.namedItem(name).value.trim().replace(/\.+$/, "").trim()
}

function propose() {
  if (note.value.trim() !== proposed) return
  const [wrong, right] = [trimmed("wrong"), trimmed("right")]
  const pattern = form.dataset[form.elements.namedItem("kind").value] ?? ""
  proposed = wrong && right ? pattern.replace("{wrong}", () => wrong).replace("{right}", () => right) : ""
  note.value = proposed
}

if (note) {
  note.value = note.value.trim()
  form.addEventListener("input", (event) => {
    if (["wrong", "right", "kind"].includes(event.target.name)) propose()
  })
}
