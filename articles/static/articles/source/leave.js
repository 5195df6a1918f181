// Who leaves the vault's page leaves nothing in it. "no-store" keeps it out of the cache, but some
// browsers keep the page itself for the way back: with the name, or with what was being typed.
addEventListener("pagehide", () => document.querySelector(".vault")?.remove())

addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(location.href)
})
