-- PendingGuardianships, asked as teacher: answered by batches, not by statement (on record: Guardianship)

-- SchoolClass
select
  _row."id" as v0,
  _row."name" as v1
from
  "school_class" _row
where
  (
    _row.id = any ($1::uuid[])
    and _row.school_id = any ($2::uuid[])
  );

-- SchoolClass.pendingGuardianships
select
  _parent.id,
  _found.*
from
  "school_class" _parent
  left join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              _row.student_id
          ) pupil (id)
      ) as v0,
      (
        (
          exists (
            select
              1
            from
              class_membership m
            where
              m.student_id = _row.student_id
              and m.school_class_id = any ($1::uuid[])
              and m.status = 'ACTIVE'
          )
          and not exists (
            select
              1
            from
              guardian gua
              join guardianship own on own.guardian_id = gua.id
            where
              gua.person_id = any ($2::uuid[])
              and own.student_id = _row.student_id
              and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          )
        )
      ) as v1,
      _row."code_ending" as v2,
      _row."created_at" as v3,
      _row."guardian_id" as v4,
      _row."id" as v5,
      _row."lives_apart" as v6,
      _row."relation" as v7,
      _row."requested_name" as v8,
      _row."student_id" as v9,
      _row."valid_from" as v10
    from
      "guardianship" _row
    where
      (
        _row.student_id in (
          select
            mem.student_id
          from
            class_membership mem
          where
            mem.school_class_id = _parent.id
            and mem.status = 'ACTIVE'
        )
        and exists (
          select
            1
          from
            class_membership m
          where
            m.student_id = _row.student_id
            and m.school_class_id = any ($1::uuid[])
            and m.status = 'ACTIVE'
        )
        and _row.status = 'PENDING'
      )
    order by
      _row."valid_from" desc,
      _row."id" desc
    limit
      $3::int
  ) _found on true
where
  (
    _parent.id = any ($4::uuid[])
    and (
      _found.v5 is not null
      or (_parent.id = any ($1::uuid[])) is not true
    )
  );
