#include "tools/characters/repair_report.hpp"

#include <algorithm>

#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

/// "UTF-8 を CP932 として読んだもの"
std::string cause(const std::vector<Misreading>& mistakes, Language language) {
    std::string text;
    for (const Misreading& mistake : mistakes) {
        const std::string written{to_string(mistake.written)};
        const std::string read{to_string(mistake.read)};
        if (!text.empty()) text += language == Language::ja ? "、さらに " : ", and again ";
        text += language == Language::ja ? written + " を " + read + " として読んだもの"
                                         : written + " read as " + read;
    }
    return text;
}

/// "9 字中 1 字"
std::string usual_of(const ReadingCounts& counts, Language language) {
    const std::string usual = std::to_string(counts.kana + counts.common);
    const std::string all = std::to_string(counts.beyond_ascii());
    return language == Language::ja ? all + " 字中 " + usual + " 字" : usual + " of " + all;
}

std::string part_text(const GarbledPart& part, Language language) {
    std::string out{part.value};
    if (!part.repair) {
        return out + std::string{Text{": "
                                      "直せません。元のバイトが失われたか、何であったかが1つに決まりません。"
                                      "元のデータを取り直してください",
                                      ": cannot be repaired; bytes are lost, or more than one text is "
                                      "possible. Get the original again"}
                                     .in(language)};
    }
    const MojibakeRepair& repair = *part.repair;
    const std::string bits = std::to_string(static_cast<int>(repair.bits_gained));
    out += " → " + repair.text + "\n    " + cause(repair.mistakes, language);
    const std::string before = usual_of(repair.before, language);
    const std::string after = usual_of(repair.after, language);
    if (language == Language::ja) {
        return out + "。1バイトも違わず元に戻る。かなと頻出漢字: " + before + " → " + after + "（+" + bits +
               " ビット）";
    }
    return out + "; exact to the byte; kana and frequent kanji: " + before + " → " + after + " (+" + bits +
           " bits)";
}

}  // namespace

std::string parts_text(const std::string& name, std::span<const GarbledPart> parts, std::uint64_t above,
                       Language language) {
    std::string out;
    for (const GarbledPart& part : parts) {
        const std::string line = std::to_string(above + part.line);
        if (!name.empty())
            out += name + (language == Language::ja ? " " + line + " 行目: " : ", line " + line + ": ");
        out += part_text(part, language) + "\n";
    }
    return out;
}

std::string sum_text(const std::string& name, const RepairCount& count, bool whole, Language language) {
    const auto say = [&](std::string_view ja, std::string_view en) {
        return std::string{Text{ja, en}.in(language)};
    };
    if (count.repaired + count.left == 0) {
        return (name.empty() ? "" : name + ": ") +
               say("文字化けは見つかりません", "nothing garbled was found") + "\n";
    }
    if (name.empty()) return {};
    const std::string done = std::to_string(count.repaired);
    const std::string left = std::to_string(count.left);
    std::string out =
        say("直せるもの " + done + " 件、直せないもの " + left + " 件", done + " repaired, " + left + " not");
    if (whole)
        out += say("。ファイル全体が同じ誤りを経ています", "; the whole text went through the same mistake");
    return out + "\n";
}

std::string parts_json(const std::string& name, std::span<const GarbledPart> parts, std::uint64_t above) {
    std::string out;
    JsonWriter json{out};
    for (const GarbledPart& part : parts) {
        json.begin_object().key("path").string_or_null(name).key("line").number(above + part.line);
        json.key("value").string(part.value).key("repaired");
        json.string_or_null(part.repair ? part.repair->text : "").key("mistakes").begin_array();
        if (part.repair) {
            for (const Misreading& mistake : part.repair->mistakes) {
                json.begin_object().key("written").string(to_string(mistake.written));
                json.key("read").string(to_string(mistake.read)).end_object();
            }
        }
        json.end_array().key("bits");
        part.repair ? json.number(static_cast<std::uint64_t>(std::max(0.0, part.repair->bits_gained)))
                    : json.null();
        json.end_object().end_line();
    }
    return out;
}

}  // namespace daicho
