//! Who waits for a page to be made.

use std::future::poll_fn;
use std::mem::replace;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

/// From so many on the site is busy: many more than the cores, fewer than a crowd.
const BUSY: usize = 16;

/// How many wait for a page to be made.
#[derive(Debug, Default)]
pub struct Queue(AtomicUsize);

/// One that waits, until dropped.
#[derive(Debug)]
pub struct Waiting<'a>(&'a AtomicUsize);

impl Queue {
    /// Goes to the end of the queue and comes back when it is one's turn.
    ///
    /// A page is made at a stretch, so those who came meanwhile are not seen before the runtime has
    /// been round once: only then is the queue as long as it is.
    pub(super) async fn turn(&self) -> Waiting<'_> {
        self.0.fetch_add(1, Ordering::Relaxed);
        let waiting = Waiting(&self.0);
        let mut been_round = false;
        poll_fn(|context| {
            if replace(&mut been_round, true) {
                return Poll::Ready(());
            }
            // Not tokio's `yield_now`: it lets the network go first, and whoever is served twice
            // before others once makes the longest wait twice as long.
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
        waiting
    }

    /// Whether so many wait that a page had better be made quickly than small.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.0.load(Ordering::Relaxed) > BUSY
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn busy_while_many_wait() {
        let queue = Queue::default();
        let mut waiting = Vec::new();
        for _ in 0..BUSY {
            waiting.push(queue.turn().await);
        }
        assert!(!queue.is_busy());
        waiting.push(queue.turn().await);
        assert!(queue.is_busy());
        waiting.pop();
        assert!(!queue.is_busy());
    }
}
