#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/engine/transformer.hpp"

namespace daicho {

/// Checks what a transformation writes, so that its report can say which level the result has: the same
/// checker as for any file, on the columns of the result. May be used from several threads at once.
class ResultCheck {
 public:
    ResultCheck(const Inspector& source, const Transformer& transformer, const InspectionOptions& options);

    /// The level of each record and what tells whether its key is unique, as a later reader of the result
    /// would find; of the findings those that block a level. `scratch` is used again and again.
    struct Checked {
        Batch batch;
        Inspection inspection;
    };
    void check(const Batch& source, const Transformed& transformed, Checked& scratch) const;
    const Inspector& inspector() const { return *inspector_; }
    /// What the file has at most, by `level`, that of its lowest record: headers that leave open which item
    /// is meant keep it from more.
    Level of_file(Level level) const;

 private:
    bool stays(const Transformed& transformed, std::size_t record) const;
    void take_over(const Transformed& transformed, Inspection& checked) const;

    bool same_columns_ = false;
    std::vector<std::string> headers_;
    Binding binding_;
    std::vector<Level> blocked_;  ///< by what a later reader finds in the headers
    std::unique_ptr<Inspector> inspector_;
};

/// How many records have which level.
struct LevelCount {
    std::array<std::uint64_t, 4> records{};  ///< in the order of Level

    void add(const Inspection& inspection) {
        for (const auto& level : inspection.levels) {
            if (level) ++records[static_cast<std::size_t>(*level)];
        }
    }
    /// One record was found to have less.
    void move(Level from, Level to) {
        --records[static_cast<std::size_t>(from)];
        ++records[static_cast<std::size_t>(to)];
    }
    /// The lowest level of a record, or `ceiling`, what the columns allow, where there are none.
    Level lowest(Level ceiling) const {
        for (std::size_t level = 0; level < records.size(); ++level) {
            if (records[level] > 0) return static_cast<Level>(level);
        }
        return ceiling;
    }
};

}  // namespace daicho
