#include "registries/embedded/embedded_table.hpp"

#include <cassert>
#include <span>

#include "grammars/base/embedded_file.hpp"

namespace daicho {

std::span<const EmbeddedFile> embedded_registry_files();

std::string_view embedded_text(std::string_view path) {
    for (const EmbeddedFile& file : embedded_registry_files()) {
        if (file.path == path) return file.text;
    }
    assert(false && "a table that was not embedded");
    return {};
}

}  // namespace daicho
