const root = document.documentElement;

export const isDark = () => root.dataset.bsTheme === "dark";

export function watchTheme(changed) {
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-switch-theme]")) return;
    root.dataset.bsTheme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.bsTheme);
    changed();
  });
}
