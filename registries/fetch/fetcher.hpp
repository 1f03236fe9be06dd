#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "grammars/base/os_growing_file.hpp"
#include "registries/fetch/fetch_clock.hpp"
#include "registries/fetch/fetch_files.hpp"
#include "registries/fetch/fetch_watcher.hpp"
#include "registries/fetch/http_client.hpp"
#include "registries/fetch/source.hpp"
#include "registries/fetch/verdict.hpp"

namespace daicho {

struct FetchSettings {
    std::string folder;
    std::uint64_t max_size = std::uint64_t{4} << 30;  ///< of one file, in bytes
    unsigned retries = 4;                             ///< without progress in between
    unsigned pause = 1;                               ///< seconds between two questions to one host
    unsigned back_off = 2;        ///< seconds before the first retry; doubled for each further one
    unsigned longest_wait = 120;  ///< seconds that a server may ask to wait (Retry-After)
    bool replace = false;  ///< fetch whatever is there, and put it in the place of any file of that name
};

enum class FetchEnd : std::uint8_t { fetched, unchanged, failed };

/// What became of one source.
struct FetchReport {
    FetchEnd end = FetchEnd::failed;
    FetchedFile file;                ///< as in the log; where it failed as far as known
    std::uint64_t resumed_from = 0;  ///< bytes that were at hand already
    unsigned questions = 0;          ///< that were sent
    BothTexts reason;                ///< of a failure
    BothTexts advice;                ///< what a person may do about it; may be empty
};

/// Downloads into one folder, one file at a time: goes on with what was cut, asks for what has changed only,
/// waits between questions to one host and before it tries again, and lets a file appear under its name when
/// it is whole and is what was wanted. The folder is made where it is missing, and locked.
class Fetcher {
 public:
    /// Throws Error where the folder cannot be written.
    Fetcher(FetchSettings settings, HttpClient& client, FetchClock& clock, FetchWatcher& watcher);

    /// Never throws for what the net or the disk does to one file: that is in the report.
    FetchReport fetch(const Download& download);

 private:
    void run(const Download& download, FetchReport& report);
    Verdict ask(const Download& download, PartFile& part, FetchReport& report);
    void wait_for_host(const std::string& host, const Download& download);
    bool can_wait(const Verdict& verdict) const;
    void wait_to_retry(const Download& download, const Verdict& verdict, unsigned failures);
    void settle(const Download& download, PartFile& part, FetchReport& report);
    /// The row of the file in the log, where the file is there as it was fetched.
    const FetchedFile* whole_file(const Download& download) const;
    std::string path_of(const std::string& file) const { return settings_.folder + "/" + file; }

    FetchSettings settings_;
    HttpClient& client_;
    FetchClock& clock_;
    FetchWatcher& watcher_;
    FolderLock lock_;
    FetchLog log_;
    std::map<std::string, std::int64_t> last_asked_;  // by host, in seconds
};

}  // namespace daicho
