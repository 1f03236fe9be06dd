#include <string>
#include <vector>

#include "tools/characters/characters_command.hpp"
#include "tools/characters/detect_report.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"

namespace daicho {

namespace {

enum class DetectForm : unsigned char { text, json };

struct DetectOptions {
    std::vector<std::string> files;
    DetectForm form = DetectForm::text;
};

DetectedFile look_into(ByteSource& source, const std::string& path) {
    DetectedFile file{path};
    file.other_format = other_format(read_start(source));
    if (!file.other_format.en.empty()) return file;
    file.evidence = weigh_encodings(source, EvidenceDepth::all);
    if (file.evidence.encoding) {
        file.survey = survey_text(source, *file.evidence.encoding, file.evidence.bom_size);
    } else if (file.evidence.verdict == EncodingVerdict::broken) {
        file.runs = find_encoding_runs(source);
    }
    return file;
}

DetectedFile look_into(const std::string& path) {
    InputFile file{path};
    if (file.rewindable()) return look_into(file, path);
    SpooledSource spooled{file};
    return look_into(spooled, path);
}

Exit detect(const DetectOptions& options, const Session& session) {
    bool all_known = true;
    for (const std::string& path : options.files) {
        const DetectedFile file = look_into(path);
        all_known &= file.evidence.encoding.has_value();
        session.out << (options.form == DetectForm::json ? detected_json(file)
                                                         : detected_text(file, session.language));
    }
    return all_known ? Exit::clean : Exit::findings;
}

}  // namespace

std::unique_ptr<Action> add_characters_detect(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<DetectOptions>>(detect);
    DetectOptions& options = action->options;
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    add_texts(app, "FILE", options.files, say("ファイル（- は標準入力）", "Files (-: standard input)"))
        ->required();
    add_choice<DetectForm>(app, "--format", options.form,
                           {{"text", DetectForm::text}, {"json", DetectForm::json}},
                           say("出力の形式（既定は text）", "Form of the output (default: text)"), session);
    return action;
}

}  // namespace daicho
