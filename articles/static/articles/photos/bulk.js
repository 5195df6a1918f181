// Whoever writes into a field means to change it: its box is ticked.
for (const row of document.querySelectorAll(".bulk-field")) {
  const tick = row.querySelector("[name=change]")
  row.addEventListener("input", (event) => { if (event.target !== tick) tick.checked = true })
}
