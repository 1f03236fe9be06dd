#include "tools/table_options.hpp"

#include "grammars/base/error.hpp"
#include "tools/option_list.hpp"

namespace daicho {

namespace {

BothTexts unknown_encoding(const std::string& given) {
    const std::string names = "UTF-8, CP932, CP932-JIS, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE";
    return {"文字コード「" + given + "」はありません。使えるもの: " + names,
            "there is no encoding '" + given + "' (choices: " + names + ")"};
}

void add_delimiter(OptionList& list, const std::string& name, std::optional<char>& target, BothTexts help) {
    const auto read = [&target](const std::string& given) -> Complaint {
        const bool tab = given == "tab" || given == "\\t";
        if (!tab && given.size() != 1) {
            return BothTexts{"区切り文字は1文字か tab です。", "a delimiter is one character, or tab"};
        }
        target = tab ? '\t' : given.front();
        return std::nullopt;
    };
    list.read(name, "CHAR", read, std::move(help));
}

void add_newline(OptionList& list, std::optional<Newline>& target) {
    list.choice(
        "--newline", target, {{"lf", Newline::lf}, {"crlf", Newline::crlf}, {"cr", Newline::cr}},
        {"出力の改行（指定しなければ入力のまま）", "Line end of the output (otherwise that of the input)"});
}

void add_bom(OptionList& list, bool& target) {
    list.flag("--bom", target,
              {"先頭に BOM を付ける（Excel 向け）", "Begin with a byte-order mark (for Excel)"});
}

void add_bom_or_none(OptionList& list, std::optional<bool>& target) {
    list.mark("--bom", target, true,
              {"先頭に BOM を付ける（Excel 向け。指定しなければ入力のまま）",
               "Begin with a byte-order mark (for Excel; otherwise as the input)"});
    list.mark("--no-bom", target, false, {"先頭に BOM を付けない", "Begin without a byte-order mark"})
        .excludes("--bom");
}

}  // namespace

void add_encoding(OptionList& list, const std::string& name, std::optional<Encoding>& target,
                  BothTexts help) {
    const auto read = [&target](const std::string& given) -> Complaint {
        target = parse_encoding(given);
        if (target) return std::nullopt;
        return unknown_encoding(given);
    };
    list.read(name, "NAME", read, std::move(help));
}

void add_read_options(OptionList& list, ReadOptions& options, const std::string& prefix) {
    add_encoding(list, "--" + prefix + "encoding", options.encoding,
                 {"入力の文字コード（指定しなければ全体を見て決める）",
                  "Encoding of the input (otherwise determined by reading all of it)"});
    add_delimiter(list, "--" + prefix + "delimiter", options.delimiter,
                  {"入力の区切り文字", "Delimiter of the input"});
    list.number("--header-row", "N", options.header_row,
                {"見出しの行（上から何番目のレコードか、0 は見出しなし）",
                 "Number of the record that is the header (0: none)"});
    list.text(
        "--records", "PATH", options.records,
        {"レコードがある所（/a/b。JSON では JSON ポインター、XML では要素のパスか名前。指定しなければ探す）",
         "Where the records of JSON (a JSON pointer such as /a/b) or XML (a path of elements, or their name) "
         "are; otherwise found out"});
    list.text("--sheet", "NAME|N", options.sheet,
              {"Excel ブックのシート（名前か番号。指定しなければデータのあるシート）",
               "Sheet of a workbook, a name or a number (otherwise the one that has the data)"});
}

void refuse_places_of_records(const ReadOptions& options) {
    if (options.records.empty() && options.sheet.empty()) return;
    throw Error{
        ErrorKind::usage,
        "--records と --sheet は、ここでは使えません。CSV か、JSON の配列（JSON Lines も可）の表を"
        "指定してください。",
        "--records and --sheet cannot be used here; name a table that is CSV, one array of JSON, or JSON "
        "Lines"};
}

void add_write_options(OptionList& list, WriteOptions& options) {
    add_encoding(list, "--encoding", options.encoding,
                 {"出力の文字コード（指定しなければ入力のまま）",
                  "Encoding of the output (otherwise that of the input)"});
    add_newline(list, options.newline);
    add_delimiter(list, "--delimiter", options.delimiter,
                  {"出力の区切り文字（指定しなければ入力のまま）",
                   "Delimiter of the output (otherwise that of the input)"});
    add_bom_or_none(list, options.bom);
}

void add_output_form(OptionList& list, const std::string& name, std::string& form) {
    Choices<std::string> forms;
    for (const OutputForm& one : output_forms()) forms.emplace_back(one.name, std::string(one.name));
    list.choice(name, form, forms,
                {"出力の形式（既定は出力先の名前による。なければ csv）",
                 "Output format (default: by the name of OUT, else csv)"});
}

const OutputForm& output_form(const std::string& name, const std::string& path, const WriteOptions& options) {
    const OutputForm* found = name.empty() ? output_form_by_name(path) : find_output_form(name);
    if (name.empty() && found == nullptr && names_unwritten_form(path)) {
        std::string endings;
        for (const OutputForm& one : output_forms())
            endings.append(endings.empty() ? "" : " ").append(one.endings);
        throw Error{ErrorKind::usage, path + ": この拡張子の形式では書き出せません。使える拡張子: " + endings,
                    path + ": files of that ending are not written; choose one of " + endings};
    }
    const OutputForm& form = found != nullptr ? *found : output_forms().front();
    const bool other_encoding = options.encoding && *options.encoding != Encoding::utf8;
    const bool asked = other_encoding || options.bom.value_or(false) || options.delimiter || options.newline;
    if (form.text || !asked) return form;
    const std::string label(form.label);
    throw Error{
        ErrorKind::usage,
        label +
            " では、--encoding、--newline、--bom、--delimiter は指定できません（文字コードは UTF-8 です）。",
        "with " + label + " --encoding, --newline, --bom and --delimiter do not apply (it is always UTF-8)"};
}

void add_output_encoding(OptionList& list, std::optional<Encoding>& encoding, bool& bom) {
    add_encoding(list, "--encoding", encoding,
                 {"出力の文字コード（指定しなければ入力のまま）",
                  "Encoding of the output (otherwise that of the input)"});
    add_bom(list, bom);
}

}  // namespace daicho
