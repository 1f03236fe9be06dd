#include "models/engine/embedded_models.hpp"

#include <algorithm>

namespace daicho {

std::string_view embedded_model_text(std::string_view path) {
    const auto files = embedded_models();
    const auto file = std::ranges::find(files, path, &EmbeddedFile::path);
    return file == files.end() ? std::string_view() : file->text;
}

}  // namespace daicho
