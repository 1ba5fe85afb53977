package factory.integration.adapter.sqlite;

/** Hears on the writer's thread what became of each group, before the callers are answered. */
public interface CommitListener {

  /** The group is committed, without the units that were refused. */
  void committed();

  /** Nothing of the group is acknowledged. */
  void rolledBack();
}
