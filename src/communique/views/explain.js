const parts = (numbers) => numbers.split(" ").flatMap((n) => [...document.querySelectorAll(`[data-r~="${n}"]`)]);
for (const part of document.querySelectorAll("[data-r]")) {
  const mine = part.tagName === "MARK" ? part.dataset.r.split(" ")[0] : part.dataset.r;
  part.addEventListener("mouseenter", () => parts(mine).forEach((other) => other.classList.add("on")));
  part.addEventListener("mouseleave", () => parts(mine).forEach((other) => other.classList.remove("on")));
  if (part.tagName === "MARK") part.addEventListener("click", () => { location.hash = `r${mine}`; });
}
