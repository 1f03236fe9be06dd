#include <string>
#include <vector>

#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/json_writer.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"

namespace daicho {

namespace {

enum class Form : unsigned char { text, json };

struct DetectOptions {
    std::vector<std::string> files;
    Form form = Form::text;
};

ProvenEncoding encoding_of(const std::string& path) {
    InputFile file{path};
    if (file.rewindable()) return prove_encoding(file);
    SpooledSource spooled{file};
    return prove_encoding(spooled);
}

void write_json(const std::string& path, const ProvenEncoding& found, const Session& session) {
    std::string out;
    JsonWriter json{out};
    json.begin_object().key("path").string(path).key("encoding").string(to_string(found.encoding));
    json.key("bom").boolean(found.bom_size != 0).end_object().end_line();
    session.out << out;
}

void write_text(const std::string& path, const ProvenEncoding& found, const Session& session) {
    session.out << path << ": " << to_string(found.encoding);
    if (found.bom_size != 0) session.out << session.say("（BOM付き）", " with BOM");
    session.out << '\n';
}

Exit detect(const DetectOptions& options, const Session& session) {
    for (const std::string& path : options.files) {
        const ProvenEncoding found = encoding_of(path);
        options.form == Form::json ? write_json(path, found, session) : write_text(path, found, session);
    }
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_characters_detect(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<DetectOptions>>(detect);
    DetectOptions& options = action->options;
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    add_texts(app, "FILE", options.files, say("ファイル（- は標準入力）", "Files (-: standard input)"))
        ->required();
    add_choice<Form>(app, "--format", options.form, {{"text", Form::text}, {"json", Form::json}},
                     say("出力の形式（既定は text）", "Form of the output (default: text)"), session);
    return action;
}

}  // namespace daicho
