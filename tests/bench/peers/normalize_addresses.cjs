// Normalizes each line of a file with @geolonia/normalize-japanese-addresses 2.10.1, town level:
//   node normalize_addresses.cjs FOLDER LINES ROUNDS
// FOLDER is of make_japanese_addresses.py. One line of JSON a round: lines, those that reached a town, seconds of CPU.
const fs = require('fs');
const { config, normalize } = require('@geolonia/normalize-japanese-addresses');

async function main() {
    const [folder, file, rounds] = process.argv.slice(2);
    config.japaneseAddressesApi = `file://${folder}/ja`;
    const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
    for (let round = 1; round <= Number(rounds); round += 1) {
        const begin = process.cpuUsage();
        let towns = 0;
        for (const line of lines) {
            const answer = await normalize(line, { level: 3 });
            if (answer.level >= 3) towns += 1;
        }
        const used = process.cpuUsage(begin);
        console.log(JSON.stringify({ round, lines: lines.length, towns, cpu: (used.user + used.system) / 1e6 }));
    }
}

main();
