// Writes the index of the models when the program is built: daicho_model_index FILE

#include <cstdio>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/model_index.hpp"

namespace daicho {

// There is none yet.
std::span<const EmbeddedFile> embedded_model_index() {
    return {};
}

}  // namespace daicho

int main(int, char** arguments) {
    try {
        daicho::OutputFile file(arguments[1]);
        file.write(daicho::make_model_index());
        file.commit();
        return 0;
    } catch (const daicho::Error& error) {
        std::fprintf(stderr, "%s\n", error.en().c_str());
        return 1;
    }
}
