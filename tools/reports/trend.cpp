#include "tools/reports/trend.hpp"

#include <algorithm>
#include <array>

#include "grammars/text/html.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t widest_bar = 40;
constexpr std::uint64_t left = 112, top = 24, width = 592, height = 200;
constexpr std::uint64_t days_below = 32, counts_below = 68,
                        between_counts = 204;  ///< room for letters of a telephone

struct Kind {
    Text name;
    char mark;
    std::string_view colour;
    std::uint64_t HistoryLine::*count;
};

constexpr std::array<Kind, 3> kinds{{
    {{"誤り", "errors"}, '#', "#c62828", &HistoryLine::errors},
    {{"警告", "warnings"}, '+', "#b26a00", &HistoryLine::warnings},
    {{"情報", "infos"}, '.', "#1565c0", &HistoryLine::infos},
}};

std::uint64_t greatest(const std::vector<HistoryLine>& runs) {
    std::uint64_t most = 1;
    for (const HistoryLine& run : runs) most = std::max(most, run.errors + run.warnings + run.infos);
    return most;
}

/// A round number that is not below `most`: the top of the axis.
std::uint64_t axis_top(std::uint64_t most) {
    std::uint64_t unit = 1;
    while (unit * 10 < most) unit *= 10;
    for (const std::uint64_t times : {1, 2, 5, 10}) {
        if (unit * times >= most) return unit * times;
    }
    return unit * 10;
}

std::string number_after(std::string_view text, std::uint64_t count) {
    return std::string(text) + " " + std::to_string(count);
}

std::string result_of(const HistoryLine& run, Language language) {
    return std::string(run.passed ? Text{"合格", "passed"}.in(language)
                                  : Text{"不合格", "failed"}.in(language));
}

/// One kind as a line over the runs.
std::string line_of(const std::vector<HistoryLine>& runs, const Kind& kind, std::uint64_t most,
                    Language language) {
    std::string points, dots;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::uint64_t x = left + (runs.size() == 1 ? width / 2 : width * i / (runs.size() - 1));
        const std::uint64_t count = runs[i].*kind.count;
        const std::uint64_t y = top + height - height * count / most;
        const std::string at_x = std::to_string(x), at_y = std::to_string(y);
        points += (i == 0 ? "" : " ") + at_x + "," + at_y;
        dots += "<circle cx=\"" + at_x + "\" cy=\"" + at_y + "\" r=\"3\"><title>" + html_text(runs[i].day) +
                " " + number_after(kind.name.in(language), count) + "</title></circle>\n";
    }
    const std::string colour(kind.colour);
    return "<g fill=\"" + colour + "\" stroke=\"none\">\n<polyline points=\"" + points +
           "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"/>\n" + dots + "</g>\n";
}

std::string text_at(std::uint64_t x, std::uint64_t y, std::string_view anchor, std::string_view text,
                    std::string_view colour = "currentColor") {
    return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\" fill=\"" + std::string(colour) + "\">" + html_text(text) + "</text>\n";
}

std::string picture(const std::vector<HistoryLine>& runs, Language language) {
    std::uint64_t most = 1;
    for (const HistoryLine& run : runs) most = std::max({most, run.errors, run.warnings, run.infos});
    most = axis_top(most);
    std::string svg;
    for (std::uint64_t part = 0; part <= 2; ++part) {
        const std::uint64_t y = top + height - height * part / 2;
        const std::string at = std::to_string(y);
        svg += "<line x1=\"" + std::to_string(left) + "\" x2=\"" + std::to_string(left + width) + "\" y1=\"" +
               at + "\" y2=\"" + at + "\" stroke=\"currentColor\" stroke-opacity=\"0.25\"/>\n";
        if (part != 1 || most % 2 == 0)
            svg += text_at(left - 8, y + 4, "end", std::to_string(most * part / 2));
    }
    for (const Kind& kind : kinds) svg += line_of(runs, kind, most, language);
    if (!runs.empty()) {
        svg += text_at(left, top + height + days_below, "start", runs.front().day);
        svg += text_at(left + width, top + height + days_below, "end", runs.back().day);
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const std::uint64_t count = runs.empty() ? 0 : runs.back().*kinds[i].count;
        svg += text_at(left + between_counts * i, top + height + counts_below, "start",
                       number_after(kinds[i].name.in(language), count), kinds[i].colour);
    }
    return svg;
}

std::string title_of(Language language) {
    return std::string(Text{"指摘の推移", "Findings over time"}.in(language));
}

}  // namespace

std::string trend_text(const std::vector<HistoryLine>& runs, Language language) {
    const std::uint64_t most = std::max(greatest(runs), widest_bar);
    std::vector<std::string> bars;
    std::size_t longest = 0;
    for (const HistoryLine& run : runs) {
        std::string& bar = bars.emplace_back();
        for (const Kind& kind : kinds) {
            const std::uint64_t count = run.*kind.count;
            bar.append((count * widest_bar + most - 1) / most, kind.mark);
        }
        longest = std::max(longest, bar.size());
    }
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const HistoryLine& run = runs[i];
        text += run.day + "  " + bars[i] + std::string(longest - bars[i].size(), ' ');
        if (longest != 0) text += "  ";
        for (const Kind& kind : kinds) text += number_after(kind.name.in(language), run.*kind.count) + "  ";
        text += number_after(Text{"既知", "known"}.in(language), run.known) + "  ";
        text += number_after(Text{"解消", "fixed"}.in(language), run.fixed) + "  " +
                result_of(run, language) + '\n';
    }
    return text;
}

std::string trend_svg(const std::vector<HistoryLine>& runs, Language language) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 308\" role=\"img\" aria-label=\"" +
           title_of(language) + "\" font-family=\"sans-serif\" font-size=\"13\" color=\"#333\">\n<title>" +
           title_of(language) + "</title>\n" + picture(runs, language) + "</svg>\n";
}

std::string trend_html(const std::vector<HistoryLine>& runs, Language language) {
    const std::string title = title_of(language);
    std::string html =
        "<!doctype html>\n<html lang=\"" + std::string(language == Language::ja ? "ja" : "en") +
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>" +
        title +
        "</title>\n<style>\n:root{color-scheme:light dark}\nbody{font-family:sans-serif;max-width:60rem;"
        "margin:1rem auto;padding:0 1rem}\nsvg{width:100%;height:auto;background:#fff;border:1px solid "
        "#999}\n"
        "@media(max-width:30rem){svg text{font-size:26px}}\n"
        "div{overflow-x:auto}\ntable{border-collapse:collapse}\nth,td{padding:.25rem "
        ".75rem;white-space:nowrap;text-align:right;"
        "border-bottom:1px solid "
        "#8888}\nth:first-child,td:first-child{text-align:left}\n</style>\n</head>\n<body>\n"
        "<main>\n<h1>" +
        title + "</h1>\n" + trend_svg(runs, language) + "<div tabindex=\"0\">\n<table>\n<tr>";
    for (const Text name :
         {Text{"日付", "date"}, Text{"結果", "result"}, Text{"誤り", "errors"}, Text{"警告", "warnings"},
          Text{"情報", "infos"}, Text{"既知", "known"}, Text{"解消", "fixed"}}) {
        html += "<th scope=\"col\">" + std::string(name.in(language)) + "</th>";
    }
    html += "</tr>\n";
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        html += "<tr><td>" + html_text(run->day) + "</td><td>" + result_of(*run, language) + "</td>";
        for (const std::uint64_t count : {run->errors, run->warnings, run->infos, run->known, run->fixed}) {
            html += "<td>" + std::to_string(count) + "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</table>\n</div>\n</main>\n</body>\n</html>\n";
}

}  // namespace daicho
