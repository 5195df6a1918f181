// Comforts of a story's page. Without this file nothing is missing: each is reached by a link too.

const share = document.querySelector(".share-link");
const said = document.querySelector(".share-said");

async function passOn() {
  const address = share.dataset.address;
  if (navigator.share) {
    await navigator.share({ title: document.title, url: address }).catch(() => {});
    return;
  }
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = "The link is copied.";
  } catch {
    said.textContent = address;
  }
}

if (share && (navigator.share || navigator.clipboard)) {
  share.textContent = navigator.share ? "Share" : "Copy the link";
  share.hidden = false;
  share.addEventListener("click", passOn);
}

// At each paragraph a way to say that something in it is wrong: seen where the pointer or the
// keyboard is.
const report = document.querySelector(".report a");

if (report) {
  for (const paragraph of document.querySelectorAll(".body [id^='p']")) {
    if (!/^p\d+$/.test(paragraph.id)) continue;
    const link = document.createElement("a");
    link.className = "report-here";
    link.href = `${report.getAttribute("href")}?at=${paragraph.id.slice(1)}`;
    link.rel = "nofollow";
    link.textContent = "Report an error here";
    paragraph.append(" ", link);
  }
}
