#include "models/reports/html_page.hpp"

#include "grammars/text/html.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::string_view page_style = R"css(
:root{color-scheme:light dark;--back:#fff;--text:#1a1a1a;--dim:#555;--line:#c8c8c8;--panel:#f5f6f8;--link:#0b4f8a;
--error:#a00019;--error-back:#fde8ea;--warning:#704400;--warning-back:#fff2d1;--info:#0b4f8a;--info-back:#e6f1fb;--good:#0a5c2b}
@media screen and (prefers-color-scheme:dark){:root{--back:#16181c;--text:#ececec;--dim:#b5b5b5;--line:#4a4d54;--panel:#20242a;--link:#a9d4ff;
--error:#ffb9c0;--error-back:#4a1d22;--warning:#ffd78f;--warning-back:#43330f;--info:#a9d4ff;--info-back:#17344f;--good:#9be7b4}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1rem;background:var(--back);color:var(--text);
font:1rem/1.6 "Noto Sans JP","Hiragino Sans","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-top:2px solid var(--line);padding-top:.8rem}
h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
.verdict{font-size:1.3rem;font-weight:bold;margin:.3em 0}.verdict.error{color:var(--error)}.verdict.warning{color:var(--warning)}
.verdict.good{color:var(--good)}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem;margin:.8rem 0;padding:0;list-style:none}
.counts li{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.5rem .8rem}
.counts b{display:block;font-size:1.5rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.3rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}caption{text-align:left;padding:.3rem .5rem;color:var(--dim)}
th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:var(--panel)}td.number{text-align:right;font-variant-numeric:tabular-nums}
.cells td,.cells th{white-space:pre-wrap;min-width:5rem;max-width:24rem}
.severity{font-weight:bold;white-space:nowrap}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
td.error{background:var(--error-back)}td.warning{background:var(--warning-back)}td.info{background:var(--info-back)}
td .note{display:block;font-size:.82rem;margin-top:.2rem}ins{text-decoration:none;border-bottom:2px solid currentColor}
form{display:flex;flex-wrap:wrap;gap:.8rem;align-items:end;margin:1rem 0;padding:.8rem;background:var(--panel);border-radius:.4rem}
label{display:block;font-size:.9rem;min-width:0;max-width:100%;flex:0 1 20rem}select{display:block;width:100%}form p{margin:0}
select,button{font:inherit;color:inherit;background:var(--back);border:1px solid var(--dim);border-radius:.3rem;padding:.3rem;max-width:100%}
summary{cursor:pointer;padding:.3rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.3rem 0}dd{margin:0}
dt{color:var(--dim)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{form{display:none}body{max-width:none}tr,li{break-inside:avoid}.scroll{overflow:visible;border:0}
.cells{page:wide}.cells td,.cells th{min-width:0;padding:.1rem .2rem;font-size:.6rem}}@page wide{size:landscape}
)css";

}  // namespace

std::string html_escaped(std::string_view text) {
    return html_text(shown(text, 2000));
}

std::string html_head(std::string_view language, std::string_view title) {
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; "
           "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
           "content=\"width=device-width, "
           "initial-scale=1\">\n<title>" +
           html_escaped(title) + "</title>\n<style>" + std::string(page_style) +
           "</style>\n</head>\n<body>\n";
}

std::string_view html_script() {
    return R"js(<script>
(function () {
  var form = document.getElementById("filter");
  if (!form) return;
  form.hidden = false;
  var rows = Array.prototype.slice.call(document.querySelectorAll("tr[data-rule]"));
  function apply() {
    var rule = form.elements.rule.value, column = form.elements.column.value, seen = 0;
    rows.forEach(function (row) {
      row.hidden = (rule && row.dataset.rule !== rule) || (column && row.dataset.column !== column);
      if (!row.hidden) ++seen;
    });
    document.getElementById("seen").textContent = seen + " / " + rows.length;
  }
  form.addEventListener("change", apply);
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
})();
</script>
)js";
}

}  // namespace daicho
