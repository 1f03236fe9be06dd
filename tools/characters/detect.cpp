#include <string>
#include <vector>

#include "tools/characters/characters_command.hpp"
#include "tools/characters/detect_report.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/report_form.hpp"

namespace daicho {

namespace {

struct DetectOptions {
    std::vector<std::string> files;
    ReportForm form = ReportForm::text;
};

DetectedFile look_into(ByteSource& source, const std::string& path) {
    DetectedFile file{path};
    file.other_format = other_format(read_start(source));
    if (!file.other_format.en.empty()) return file;
    file.evidence = weigh_encodings(source, EvidenceDepth::all);
    if (file.evidence.encoding) {
        file.survey = survey_text(source, *file.evidence.encoding, file.evidence.bom_size);
    }
    if (file.evidence.verdict == EncodingVerdict::broken ||
        file.evidence.verdict == EncodingVerdict::damaged) {
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
        all_known &= file.evidence.encoding && file.evidence.verdict != EncodingVerdict::damaged;
        session.out << (options.form == ReportForm::json ? detected_json(file)
                                                         : detected_text(file, session.language));
    }
    return all_known ? Exit::clean : Exit::findings;
}

}  // namespace

std::unique_ptr<Action> add_characters_detect(OptionList& list) {
    auto action = std::make_unique<ActionOf<DetectOptions>>(detect);
    DetectOptions& options = action->options;
    list.arguments("FILE", options.files, {"ファイル（- は標準入力）", "Files (-: standard input)"})
        .required();
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho
