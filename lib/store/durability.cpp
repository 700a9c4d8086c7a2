#include "marque/store/durability.hpp"

#include <array>

namespace marque {

std::span<const Bilingual> durability_contract() {
  static const std::array<Bilingual, 6> clauses{{
      {"写入调用返回成功后，所写内容在 kill -9、系统崩溃和断电之后仍在（前提是磁盘如实执行刷写）：SQLite WAL 模式、synchronous FULL，"
       "每个写入方都设置并核对。",
       "When a writing call returns success, what it wrote survives kill -9, a crash of the system and loss of power, if the disk "
       "honours flushes: SQLite in WAL mode with synchronous FULL, which every writer sets and checks."},
      {"写入调用返回错误时，其内容一概不可见；唯一例外是磁盘故障（storage）：该变更或全部存在、或全部不存在，请重新打开登记库读回确认。",
       "When it returns an error, nothing of it is visible, with one exception: after a failure of the disk (storage) the change is "
       "there as a whole or not at all; open the register again and read back."},
      {"磁盘满为 storage_full：事务回滚，登记库仍可读取，下一次调用可以成功。返回 storage 之后，该连接不再写入，必须重新打开。",
       "A full disk is storage_full: the transaction is rolled back, the register stays readable, and the next call may succeed. After "
       "storage nothing more is written on that connection: it must be opened again."},
      {"快照、备份和索引先写在最终名称旁，刷写、改名，再刷写目录：读者看到旧文件或新文件。残缺或被改动的文件一律作为损坏拒绝，"
       "绝不部分读取。",
       "A snapshot, a backup and an index are written beside their final name, flushed, renamed, and the folder is flushed: a reader "
       "sees the old file or the new one. What is torn, cut or altered is refused as corrupt, never read in part."},
      {"同一时间只有一个进程写入，写锁随进程由系统释放；读者不限。登记库不在网络文件系统上写入。复制用 marque backup，不用 cp。",
       "One process writes at a time, held by a lock that the system frees with the process; any number read. Registers are not "
       "written on network file systems. Copies are made by `marque backup`, never by cp."},
      {"每次变更都在只增不改的历史中留下一行，各行以 SHA-256 相链；marque verify 核验该链。",
       "Every change leaves a row in an append-only history whose rows are chained by SHA-256; `marque verify` checks the chain."},
  }};
  return clauses;
}

}  // namespace marque
