// What the scripts say, in both languages; the page itself is written by the server.
const texts = {
  suggestions: ["候補{n}件。上下の矢印キーで選べます。", "{n} suggestions; use the up and down arrow keys."],
  noSuggestions: ["候補はありません。", "No suggestions."],
  suggestionList: ["検索の候補", "Suggestions"],
  zoomIn: ["拡大", "Zoom in"],
  zoomOut: ["縮小", "Zoom out"],
  mapOf: ["{name}の位置: 北緯{lat}度、東経{lon}度", "Position of {name}: latitude {lat}, longitude {lon}"],
  scale: ["1目盛 {d}", "one square is {d}"],
  checking: ["{name} を検査しています…", "Checking {name} …"],
  failed: ["検査できませんでした: {why}", "It could not be checked: {why}"],
  level: ["準拠レベル: {level}", "Level of conformance: {level}"],
  noLevel: ["LV1未満", "below LV1"],
  noModel: ["合うモデルが見つかりません。値だけを検査しました。", "No model fits; the values alone were checked."],
  model: ["モデル: {model}", "Model: {model}"],
  records: ["{n}レコード", "{n} records"],
  errors: ["誤り {n}", "{n} errors"],
  warnings: ["警告 {n}", "{n} warnings"],
  infos: ["参考 {n}", "{n} notes"],
  clean: ["指摘はありません。", "Nothing to report."],
  place: ["場所", "Place"],
  column: ["列", "Column"],
  value: ["値", "Value"],
  message: ["内容", "What to do"],
  repair: ["修正案", "Repair"],
  accept: ["採用", "Accept"],
  acceptOf: ["{place} {column} の修正を採用", "accept the repair at {place}, {column}"],
  acceptAll: ["安全な修正をすべて採用", "Accept all safe repairs"],
  acceptNone: ["すべて外す", "Accept none"],
  save: ["修正したファイルを保存（{n}件）", "Save the fixed file ({n})"],
  saved: ["{name} を保存しました。", "{name} was saved."],
  shown: ["{all}件のうち{n}件を表示", "{n} of {all} shown"],
  more: ["さらに表示", "Show more"],
  file: ["ファイル全体", "whole file"],
  line: ["{n}行目", "line {n}"],
};

export const language = document.documentElement.lang === "en" ? 1 : 0;

export function say(key, values = {}) {
  return texts[key][language].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function number(value) {
  return Number(value).toLocaleString(language ? "en" : "ja");
}

// An element of the page; texts are set as texts, never as HTML.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
