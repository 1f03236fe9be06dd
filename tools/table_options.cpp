#include "tools/table_options.hpp"

#include <CLI/CLI.hpp>

namespace daicho {

namespace {

std::string unknown_encoding(const std::string& given, const Session& session) {
    return std::string(session.say("文字コード「", "there is no encoding '")) + given +
           std::string(session.say(
               "」はありません。UTF-8, CP932, CP932-JIS, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE "
               "のどれかを指定してください",
               "'; name one of UTF-8, CP932, CP932-JIS, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE"));
}

void add_encoding(CLI::App& app, const std::string& name, std::optional<Encoding>& target,
                  std::string_view help, const Session& session) {
    const auto read = [&target, name, &session](const std::string& given) {
        target = parse_encoding(given);
        if (!target) throw CLI::ValidationError(name, unknown_encoding(given, session));
    };
    app.add_option_function<std::string>(name, read, std::string(help))->type_name("NAME");
}

void add_delimiter(CLI::App& app, const std::string& name, std::optional<char>& target, std::string_view help,
                   const Session& session) {
    const auto read = [&target, name, &session](const std::string& given) {
        const bool tab = given == "tab" || given == "\\t";
        if (!tab && given.size() != 1) {
            throw CLI::ValidationError(name,
                                       std::string(session.say("区切り文字は1文字か tab です",
                                                               "a delimiter is one character, or tab")));
        }
        target = tab ? '\t' : given.front();
    };
    app.add_option_function<std::string>(name, read, std::string(help))->type_name("CHAR");
}

}  // namespace

void add_read_options(CLI::App& app, ReadOptions& options, const std::string& prefix,
                      const Session& session) {
    add_encoding(app, "--" + prefix + "encoding", options.encoding,
                 session.say("入力の文字コード（指定しなければ全体を見て決める）",
                             "Encoding of the input (otherwise settled by reading all of it)"),
                 session);
    add_delimiter(app, "--" + prefix + "delimiter", options.delimiter,
                  session.say("入力の区切り文字", "Delimiter of the input"), session);
    app.add_option("--header-row", options.header_row,
                   std::string(session.say("見出しの行（上から何番目のレコードか、0 は見出しなし）",
                                           "Number of the record that is the header; 0: there is none")))
        ->type_name("N");
}

void add_write_options(CLI::App& app, WriteOptions& options, const Session& session) {
    add_encoding(
        app, "--encoding", options.encoding,
        session.say("出力の文字コード（指定しなければ UTF-8）", "Encoding of the output (otherwise UTF-8)"),
        session);
    const auto newline = [&options, &session](const std::string& given) {
        options.newline = parse_newline(given);
        const bool usable =
            options.newline && *options.newline != Newline::none && *options.newline != Newline::mixed;
        if (!usable) {
            throw CLI::ValidationError(
                "--newline",
                std::string(session.say("改行は lf, crlf, cr のどれかです", "a line end is lf, crlf or cr")));
        }
    };
    app.add_option_function<std::string>(
           "--newline", newline,
           std::string(session.say("出力の改行（指定しなければ入力のまま）",
                                   "Line end of the output (otherwise that of the input)")))
        ->type_name("lf|crlf|cr");
    add_delimiter(app, "--delimiter", options.delimiter,
                  session.say("出力の区切り文字（指定しなければ入力のまま）",
                              "Delimiter of the output (otherwise that of the input)"),
                  session);
    app.add_flag("--bom", options.bom,
                 std::string(session.say("先頭に BOM を付ける（Excel 向け）",
                                         "Begin with a byte-order mark (for Excel)")));
}

void add_output_encoding(CLI::App& app, std::optional<Encoding>& encoding, bool& bom,
                         const Session& session) {
    add_encoding(app, "--encoding", encoding,
                 session.say("出力の文字コード（指定しなければ入力のまま）",
                             "Encoding of the output (otherwise that of the input)"),
                 session);
    app.add_flag("--bom", bom,
                 std::string(session.say("先頭に BOM を付ける（Excel 向け）",
                                         "Begin with a byte-order mark (for Excel)")));
}

Dialect output_dialect(const Dialect& source, const WriteOptions& options) {
    Dialect dialect;
    dialect.encoding = options.encoding.value_or(Encoding::utf8);
    dialect.bom = options.bom;
    dialect.delimiter = options.delimiter.value_or(source.delimiter);
    dialect.newline = options.newline.value_or(source.newline);
    if (dialect.newline == Newline::mixed || dialect.newline == Newline::none) dialect.newline = Newline::lf;
    return dialect;
}

}  // namespace daicho
