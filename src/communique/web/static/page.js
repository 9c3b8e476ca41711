// What pages do beyond being read: the theme switch, and text and records that point at each other.
const root = document.documentElement;
const button = document.getElementById("theme");

function dark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function label() {
  button.textContent = dark() ? "Light" : "Dark";
  button.setAttribute("aria-label", dark() ? "Use the light theme" : "Use the dark theme");
}

if (button) {
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    label();
  });
}

const reader = document.querySelector(".reader");

function ids(element) {
  const held = element && element.closest("[data-r]");
  return held ? held.dataset.r.split(" ") : [];
}

function light(wanted, name) {
  for (const one of reader.querySelectorAll("[data-r]")) {
    one.classList.toggle(name, wanted.some((id) => one.dataset.r.split(" ").includes(id)));
  }
}

function open(id, from) {
  light([id], "chosen");
  const inText = reader.querySelector(`.text mark[data-r~="${CSS.escape(id)}"]`);
  const card = document.getElementById(`c-${id}`);
  if (from !== "text" && inText) inText.scrollIntoView({ block: "center" });
  if (from !== "cards" && card) card.scrollIntoView({ block: "nearest" });
}

if (reader) {
  reader.addEventListener("mouseover", (event) => light(ids(event.target), "near"));
  reader.addEventListener("mouseleave", () => light([], "near"));
  reader.addEventListener("click", (event) => {
    if (event.target.closest("a:not(.badge):not(blockquote a)")) return;
    const found = ids(event.target);
    if (!found.length) return;
    const number = event.target.closest("a.badge");
    const id = number ? number.hash.replace(/^#(c-)?/, "") : found[0];
    event.preventDefault();
    history.replaceState(null, "", `#${id}`);
    open(id, event.target.closest(".text") ? "text" : "cards");
  });
  const start = () => {
    const id = decodeURIComponent(location.hash.slice(1)).replace(/^c-/, "");
    if (id && document.getElementById(`c-${id}`)) open(id);
  };
  addEventListener("hashchange", start);
  start();
}
