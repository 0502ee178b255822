-- ServiceApproval, asked as school-admin: answered by batches, not by statement (on record: Guardian)

-- Guardian
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          guardianship tie
          join student stu on stu.id = tie.student_id
        where
          tie.guardian_id = _row.id
          and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    select
      json_build_array(p.name, p.phone)
    from
      person p
    where
      p.id = _row.person_id
  ) as v2
from
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join student s on s.id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
        and s.school_id = any ($1::uuid[])
    )
  );

-- Query.serviceRecordsToDecide
select
  _row."appeal" as v0,
  _row."appealed_at" as v1,
  (
    coalesce(
      (
        select
          true
        from
          certified_record cre
          join service_certificate sce on sce.id = cre.certificate_id
        where
          cre.record_id = _row.id
          and sce.revoked_at is null
        limit
          1
      ),
      false
    )
  ) as v2,
  _row."decision_reason" as v3,
  _row."description" as v4,
  _row."ends_at" as v5,
  _row."guardian_id" as v6,
  _row."id" as v7,
  _row."minutes" as v8,
  _row."shift_id" as v9,
  _row."signup_id" as v10,
  _row."source" as v11,
  _row."starts_at" as v12,
  _row."status" as v13,
  (_row.person_id is not distinct from $1::uuid) as v14,
  (coalesce(_row.school_id = any ($2::uuid[]), false)) as v15,
  (_row.appealed_at is not null) as v16,
  (
    _row.filed_by_id is not distinct from $1::uuid
    and _row.filed_by_id is not null
  ) as v17,
  (
    coalesce(
      (
        select
          (
            (
              sft.school_id = any ($3::uuid[])
              and (
                select
                  act.organiser_id = $4::uuid
                from
                  volunteer_activity act
                where
                  act.id = sft.activity_id
              )
            )
            or sft.school_id = any ($2::uuid[])
          )
        from
          shift sft
        where
          sft.id = _row.shift_id
      ),
      false
    )
  ) as v18,
  (_row.rejected_by_id is not distinct from $1::uuid) as v19,
  (_row.status in ('PENDING', 'APPEALED')) as v20,
  (
    select
      per.name
    from
      person per
    where
      per.id = _row.person_id
  ) as v21
from
  (
    select
      _found.*
    from
      (
        select distinct
          unnest($3::uuid[]) as id
      ) _key
      cross join lateral (
        select
          _row."id",
          _row."person_id",
          _row."guardian_id",
          _row."school_id",
          _row."shift_id",
          _row."signup_id",
          _row."starts_at",
          _row."ends_at",
          _row."minutes",
          _row."source",
          _row."description",
          _row."filed_by_id",
          _row."status",
          _row."decision_reason",
          _row."appealed_at",
          _row."appeal",
          _row."rejected_by_id"
        from
          "service_record" _row
        where
          (
            _row."school_id" = _key.id
            and coalesce(
              (
                (
                  _row.school_id = any ($3::uuid[])
                  and (
                    select
                      act.organiser_id
                    from
                      shift sft
                      join volunteer_activity act on act.id = sft.activity_id
                    where
                      sft.id = _row.shift_id
                  ) = $4::uuid
                )
                or _row.school_id = any ($2::uuid[])
              ),
              false
            )
            and (
              _row.status in ('PENDING', 'APPEALED')
              and _row.person_id <> all ($5::uuid[])
              and _row.filed_by_id is distinct from $1::uuid
              and (
                select
                  (
                    (
                      sft.school_id = any ($3::uuid[])
                      and (
                        select
                          act.organiser_id = $4::uuid
                        from
                          volunteer_activity act
                        where
                          act.id = sft.activity_id
                      )
                    )
                    or sft.school_id = any ($2::uuid[])
                  )
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
              and (
                _row.appealed_at is null
                or (
                  _row.school_id = any ($2::uuid[])
                  and _row.rejected_by_id is distinct from $1::uuid
                )
              )
            )
          )
          and _row."starts_at" >= coalesce(
            (
              select
                _first.value
              from
                (
                  select
                    $3::uuid[] as ids,
                    ($6::int + cardinality($3::uuid[]) - 1) / cardinality($3::uuid[]) as size
                  where
                    cardinality($3::uuid[]) >= 3
                ) _share
                cross join lateral (
                  select distinct
                    unnest(_share.ids) as id
                ) _key
                cross join lateral (
                  select
                    _row."starts_at" as value
                  from
                    "service_record" _row
                  where
                    (
                      _row."school_id" = _key.id
                      and coalesce(
                        (
                          (
                            _row.school_id = any ($3::uuid[])
                            and (
                              select
                                act.organiser_id
                              from
                                shift sft
                                join volunteer_activity act on act.id = sft.activity_id
                              where
                                sft.id = _row.shift_id
                            ) = $4::uuid
                          )
                          or _row.school_id = any ($2::uuid[])
                        ),
                        false
                      )
                      and (
                        _row.status in ('PENDING', 'APPEALED')
                        and _row.person_id <> all ($5::uuid[])
                        and _row.filed_by_id is distinct from $1::uuid
                        and (
                          select
                            (
                              (
                                sft.school_id = any ($3::uuid[])
                                and (
                                  select
                                    act.organiser_id = $4::uuid
                                  from
                                    volunteer_activity act
                                  where
                                    act.id = sft.activity_id
                                )
                              )
                              or sft.school_id = any ($2::uuid[])
                            )
                          from
                            shift sft
                          where
                            sft.id = _row.shift_id
                        )
                        and (
                          _row.appealed_at is null
                          or (
                            _row.school_id = any ($2::uuid[])
                            and _row.rejected_by_id is distinct from $1::uuid
                          )
                        )
                      )
                    )
                  order by
                    _row."starts_at" desc,
                    _row."id" desc
                  limit
                    _share.size
                ) _first
              order by
                _first.value desc
              offset
                $6::int - 1
              limit
                1
            ),
            '-infinity'
          )
        order by
          _row."starts_at" desc,
          _row."id" desc
        limit
          $6::int
      ) _found
  ) _row
order by
  _row."starts_at" desc,
  _row."id" desc
limit
  $6::int;

-- Shift
select
  _row."activity_id" as v0,
  _row."ends_at" as v1,
  _row."id" as v2,
  _row."place" as v3,
  _row."starts_at" as v4
from
  "shift" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or (
            select
              act.organiser_id = $3::uuid
            from
              volunteer_activity act
            where
              act.id = _row.activity_id
          )
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- Signup
select
  _row."id" as v0
from
  "signup" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        select
          (
            (
              sft.school_id = any ($2::uuid[])
              and (
                select
                  act.organiser_id = $3::uuid
                from
                  volunteer_activity act
                where
                  act.id = sft.activity_id
              )
            )
            or sft.school_id = any ($4::uuid[])
          )
        from
          shift sft
        where
          sft.id = _row.shift_id
      )
      and (
        _row.status not in ('PENDING', 'CONFIRMED')
        or (
          (
            select
              sft.starts_at <= $5::timestamptz
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
          or exists (
            select
              1
            from
              engagement res
            where
              res.source_id = _row.id
              and res.kind = 'SHIFT_SIGNUP'
              and res.status = 'ACTIVE'
              and (
                res.rests_on is null
                or res.rests_on && array(
                  select distinct
                    aky.key
                  from
                    guardianship gsh
                    join class_membership cms on cms.student_id = gsh.student_id
                    and cms.status = 'ACTIVE'
                    join school_class cls on cls.id = cms.school_class_id
                    join grade grd on grd.id = cls.grade_id
                    join school sch on sch.id = cls.school_id
                    join school_year scy on scy.id = cls.school_year_id
                    and ($5::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                    cross join lateral unnest(
                      array[
                        'class:' || cls.id,
                        'school:' || sch.id,
                        'school:' || sch.id || ':grade:' || grd.id,
                        'school:' || sch.id || ':stage:' || grd.stage,
                        'district:' || sch.district_id,
                        'district:' || sch.district_id || ':grade:' || grd.id,
                        'district:' || sch.district_id || ':stage:' || grd.stage
                      ]
                    ) as aky (key)
                  where
                    gsh.guardian_id = _row.guardian_id
                    and gsh.status = 'ACTIVE'
                    and gsh.data_access
                    and gsh.valid_from <= ($5::timestamptz at time zone 'Asia/Shanghai')::date
                    and (
                      gsh.valid_to is null
                      or gsh.valid_to >= ($5::timestamptz at time zone 'Asia/Shanghai')::date
                    )
                )
              )
          )
          or (
            select
              exists (
                select
                  1
                from
                  guardianship tie
                  join student stu on stu.id = tie.student_id
                  and stu.left_on is null
                  join school sch on sch.id = stu.school_id
                where
                  tie.guardian_id = _row.guardian_id
                  and tie.status = 'ACTIVE'
                  and tie.data_access
                  and tie.valid_from <= ($5::timestamptz at time zone 'Asia/Shanghai')::date
                  and (
                    tie.valid_to is null
                    or tie.valid_to >= ($5::timestamptz at time zone 'Asia/Shanghai')::date
                  )
                  and (
                    sch.id = sft.school_id
                    or sft.school_id is null
                    and sch.district_id = sft.district_id
                  )
                  and not exists (
                    select
                      1
                    from
                      class_membership cms
                      join school_year scy on scy.id = cms.school_year_id
                    where
                      cms.student_id = stu.id
                      and cms.status = 'ACTIVE'
                      and ($5::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                  )
              )
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
        )
        or exists (
          select
            1
          from
            attendance att
          where
            att.signup_id = _row.id
            and att.checked_in_at is not null
        )
      )
    )
  );

-- Signup.attendance
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."checked_in_at" as v0,
      _row."checked_in_by" as v1,
      _row."checked_out_at" as v2,
      _row."checked_out_by" as v3,
      _row."excused_at" as v4,
      _row."id" as v5,
      _row."no_show_at" as v6
    from
      "attendance" _row
    where
      (
        _row."signup_id" = _key.id
        and (
          select
            (
              (
                sft.school_id = any ($2::uuid[])
                and (
                  select
                    act.organiser_id = $3::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = sft.activity_id
                )
              )
              or sft.school_id = any ($4::uuid[])
            )
          from
            shift sft
          where
            sft.id = _row.shift_id
        )
      )
    limit
      1
  ) _found;

-- VolunteerActivity
select
  _row."id" as v0,
  _row."title" as v1
from
  "volunteer_activity" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or _row.organiser_id = $3::uuid
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- the number of Query.serviceRecordsToDecide
select
  count(*)::int
from
  "service_record" _row
where
  (
    _row."school_id" = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($1::uuid[])
        and (
          select
            act.organiser_id
          from
            shift sft
            join volunteer_activity act on act.id = sft.activity_id
          where
            sft.id = _row.shift_id
        ) = $2::uuid
      )
      or _row.school_id = any ($3::uuid[])
    )
    and (
      _row.status in ('PENDING', 'APPEALED')
      and _row.person_id <> all ($4::uuid[])
      and _row.filed_by_id is distinct from $5::uuid
      and (
        select
          (
            (
              sft.school_id = any ($1::uuid[])
              and (
                select
                  act.organiser_id = $2::uuid
                from
                  volunteer_activity act
                where
                  act.id = sft.activity_id
              )
            )
            or sft.school_id = any ($3::uuid[])
          )
        from
          shift sft
        where
          sft.id = _row.shift_id
      )
      and (
        _row.appealed_at is null
        or (
          _row.school_id = any ($3::uuid[])
          and _row.rejected_by_id is distinct from $5::uuid
        )
      )
    )
  );
