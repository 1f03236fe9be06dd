#include "models/dictionary/sheets.hpp"
#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_markdown(const ExportRequest& request);

std::string export_markdown(const ExportRequest& request) {
    std::string out = sheet_markdown(request.sheet, request.language);
    if (request.losses.empty()) return out;
    out += "\n## " + losses_title(request.label, request.language) + "\n\n";
    for (const ExportLoss& loss : request.losses) out += "* " + loss_text(loss, request.language, 20) + "\n";
    return out;
}

}  // namespace daicho
