#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/gate/gate_settings.hpp"
#include "tools/gate/toml_file.hpp"

namespace daicho {

/// Who made a setting; who comes later here beats who came before.
enum class SettingSource : std::uint8_t { usual, file, environment, option };

/// What was said of one setting, and by whom.
struct Setting {
    std::vector<std::string> values;  ///< of pairs: "year=2022"
    SettingSource source = SettingSource::usual;
    std::string said;  ///< "daicho.toml:12:1", "DAICHO_MODEL", "--model"
    std::string part;  ///< of the file: "[profile.strict]", "[[path]] data/*.csv"; empty: for all
    TomlPlace place;   ///< in a file
};

/// By name; pairs by name and first part ("max.R401").
using SettingMap = std::map<std::string, Setting, std::less<>>;

/// A finding that is known and let pass.
struct Suppression {
    std::string rule;                                      ///< as `chooses` takes it
    std::vector<std::string> paths;                        ///< patterns; none: every file
    std::string column;                                    ///< header or item; empty: any
    std::vector<std::pair<std::string, std::string>> key;  ///< header and value of cells of the record
    std::string reason;
    std::string until;  ///< YYYY-MM-DD, the last day on which it holds; empty: no end
    TomlPlace place;
};

/// Which daicho.toml is read, and what of it.
struct ConfigChoice {
    std::string file;       ///< empty: looked for
    std::string profile;    ///< empty: none
    bool isolated = false;  ///< none is read
    /// What options say, by name; of lists and pairs any number of values.
    std::map<std::string, std::vector<std::string>, std::less<>> options;
};

/// All that is set for a run.
class GateConfig {
 public:
    /// Looks for daicho.toml in the folder of `input` and above, up to a folder with .git, unless `choice` or
    /// DAICHO_CONFIG names one. Throws Error with the place of what is wrong.
    GateConfig(const std::string& input, const ConfigChoice& choice);

    const std::string& file() const { return file_; }  ///< path; empty: there is none
    const std::string& folder() const {
        return folder_;
    }  ///< that names are seen from; "" is the present one
    /// What is set for the file of this name (seen from the folder); an empty name: for files as such.
    SettingMap map_of(std::string_view name) const;
    GateSettings settings_of(std::string_view name) const;
    /// The [[path]] entries of the file itself that mean none of the files of these names.
    struct UnusedEntry {
        TomlPlace place;
        std::string patterns;  ///< as written, with spaces between them
    };
    std::vector<UnusedEntry> unused_entries(const std::vector<std::string>& names) const;
    const std::vector<Suppression>& suppressions() const { return suppressions_; }

 private:
    struct PathPart {
        std::vector<std::string> patterns;
        SettingMap settings;
        TomlPlace place;  ///< of match
    };
    struct Layers {
        SettingMap settings;
        std::vector<PathPart> paths;
    };

    void read_file(const std::string& path, std::vector<std::string>& readers, const std::string& profile);
    void read_table(const TomlNode& table, const std::string& folder, const std::string& part,
                    Layers& layers);
    void read_parts(const TomlNode& node, const std::string& folder, const std::string& part, Layers& layers);
    void read_profiles(const TomlNode& node, const std::string& folder, const std::string& profile);
    void read_environment();
    void read_options(const ConfigChoice& choice);

    std::string file_, folder_;
    Layers base_, profile_;
    std::vector<std::string> profiles_;  // names seen
    SettingMap above_;                   // environment and options
    std::vector<Suppression> suppressions_;
};

/// The first file of this name in `folder` or above it; empty where there is none up to a folder with .git.
std::string find_above(const std::string& folder, std::string_view name);

/// `name` seen from `folder`, where it is no absolute path.
std::string path_in(const std::string& folder, const std::string& name);

}  // namespace daicho
