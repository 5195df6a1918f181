// What goes with the chosen rights category: its caution, and what may not be done.
const grounds = JSON.parse(document.getElementById("grounds")?.textContent || "{}")
const chosen = document.querySelector("select#id_rights_category")
const said = document.querySelector(".what-goes-with-it")

if (chosen && said) {
  said.setAttribute("role", "status")
  chosen.addEventListener("change", () => {
    const ground = grounds[chosen.value] || {}
    said.textContent = [ground.caution, ground.restrictions].filter(Boolean).join(" ") || "–"
  })
}
