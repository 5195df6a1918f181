// Remembers which panels of the writing page one keeps open. Only their names are kept: no words.
const OPEN = "desk-panels"
const form = document.getElementById("story_form")
const panels = [...document.querySelectorAll("#story_form details")].map((details) => ({
  details, name: details.querySelector("summary")?.textContent.trim() ?? "",
}))

function kept() {
  try { return JSON.parse(localStorage.getItem(OPEN)) ?? {} } catch { return {} }
}

if (form) {
  const before = kept()
  for (const { details, name } of panels) {
    if (before[name]) details.open = true
    details.addEventListener("toggle", () => localStorage.setItem(OPEN, JSON.stringify({ ...kept(), [name]: details.open })))
  }
}
