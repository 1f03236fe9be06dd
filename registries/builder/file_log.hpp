#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "registries/builder/builder.hpp"
#include "registries/loading/survey.hpp"

namespace daicho {

/// Writes down in the registry what became of each file: the tables `file` and `rejection`.
class FileLog {
 public:
    explicit FileLog(Database& database);

    std::int64_t next_id() const;
    void found(std::int64_t id, const Candidate& candidate);
    struct Content {
        std::string sha256;
        std::uint64_t size = 0;
        std::string encoding;
    };
    void taken(std::int64_t id, const Candidate& candidate, const Content& content);
    /// Whether another file with that content was taken.
    bool knows_another(std::int64_t id, const std::string& sha256) const;
    void not_taken(std::int64_t id, const Note& why);
    /// Adds to the counts of a file.
    void count(std::int64_t id, const RowCounts& more);
    /// The first thousand of a file are kept; all are counted.
    void reject(std::int64_t id, std::uint64_t record, std::uint64_t line, const RowRefusal& refusal);
    /// The files from number `first` on.
    std::vector<FileReport> reports(std::int64_t first) const;

 private:
    Database& database_;
    Statement reject_;
    std::map<std::int64_t, unsigned> rejected_;
};

/// Gives the registry the name of its content: a digest of all that it was made of.
void write_generation(Database& database);

}  // namespace daicho
