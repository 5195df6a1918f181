// Whoever writes into a field means to change it: its box is ticked, also when this comes late.
for (const row of document.querySelectorAll(".bulk-field")) {
  const tick = row.querySelector("[name=change]")
  const fields = [...row.querySelectorAll("input, textarea")].filter((one) => one !== tick)
  if (fields.some((one) => one.value !== one.defaultValue)) tick.checked = true
  row.addEventListener("input", (event) => { if (event.target !== tick) tick.checked = true })
}
