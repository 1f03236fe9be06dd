#include "tools/registry_options.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/text/width.hpp"
#include "registries/knowledge/knowledge.hpp"

namespace daicho {

std::string named_registry(const Session& session) {
    std::string path = session.registry.empty() ? usual_registry() : session.registry;
    if (!path.empty()) return path;
    throw Error{ErrorKind::registry,
                "台帳ファイルがありません。--registry で指定するか、daicho build で作ってください",
                "there is no registry; name one with --registry, or make one with daicho build"};
}

Progress::Progress(const Session& session) : session_(session), terminal_(is_terminal(2)) {}

void Progress::show(const std::string& name, std::size_t done, std::size_t all) {
    if (!terminal_) return;
    const std::string line = "[" + std::to_string(done + 1) + "/" + std::to_string(all) + "] " + name;
    session_.talk << "\r\x1b[K" << line.substr(0, size_within(line, terminal_width(2) - 1)) << std::flush;
    shown_ = true;
}

void Progress::clear() {
    if (shown_) session_.talk << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace daicho
